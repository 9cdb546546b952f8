// Who signs out leaves nothing to read on the device: pages and lists that were kept for a line that fails. What was not sent yet
// is the work of its author and stays until he sends it.
export function leave() {
  document.addEventListener("submit", ({ target }) => {
    // Not `target.action`: in a form with a field of that name it is the field.
    const { pathname } = new URL(target.getAttribute("action") ?? "", location.href);
    if (!window.caches || !/\/sign-out(-everywhere)?$/.test(pathname)) return;
    caches.keys().then((names) => names.filter((name) => name.startsWith("jamaa-")).forEach((name) => caches.delete(name)));
  });
}
