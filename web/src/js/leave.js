// Who signs out leaves nothing to read on the device: pages and lists that were kept for a line that fails. What was not sent yet
// is the work of its author and stays until he sends it.
export function leave() {
  document.addEventListener("submit", ({ target }) => {
    if (!window.caches || !/\/sign-out(-everywhere)?$/.test(new URL(target.action).pathname)) return;
    caches.keys().then((names) => names.filter((name) => name.startsWith("jamaa-")).forEach((name) => caches.delete(name)));
  });
}
