// Passkeys: the device is asked, and its answer goes with the form. What cannot work on this device does not show.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// What travels as text is bytes for the browser.
function options({ publicKey }) {
  const descriptors = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));
  const read = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) read.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) read.excludeCredentials = descriptors(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) read.allowCredentials = descriptors(publicKey.allowCredentials);
  return { publicKey: read };
}

function answer({ id, rawId, type, response }) {
  const told = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) told.attestationObject = text(response.attestationObject);
  if (response.authenticatorData) {
    told.authenticatorData = text(response.authenticatorData);
    told.signature = text(response.signature);
    if (response.userHandle) told.userHandle = text(response.userHandle);
  }
  return JSON.stringify({ id, rawId: text(rawId), type, response: told });
}

async function question(form) {
  const reply = await fetch(form.dataset.ask, { method: "POST", headers: { Accept: "application/json" } });
  const told = await reply.json();
  if (!reply.ok) throw new Error(told.detail ?? "");
  return told;
}

// The window of the device was closed, the key is there already, or the network is away.
function sentence(form, fault) {
  const { givenUp, known, failed } = form.dataset;
  if (fault.name === "NotAllowedError" || fault.name === "AbortError") return givenUp;
  if (fault.name === "InvalidStateError") return known || failed;
  return (fault.constructor === Error && fault.message) || failed;
}

function start(form) {
  const says = form.querySelector("[data-passkey-says]");
  let waits = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (waits) return;
    waits = true;
    says.textContent = form.dataset.wait;
    try {
      const asked = await question(form);
      const credential = await navigator.credentials[form.dataset.passkey](options(asked.options));
      form.elements.ticket.value = asked.ticket;
      form.elements.answer.value = answer(credential);
      form.submit();
    } catch (fault) {
      says.textContent = sentence(form, fault);
    }
    waits = false;
  });
}

// A page may hold several parts that bring this file along: it runs once. Keys belong to one host.
if (window.PublicKeyCredential && navigator.credentials) {
  document.querySelectorAll("form[data-passkey]").forEach(start);
  for (const part of document.querySelectorAll("[data-passkey-part], form[data-passkey][data-host]")) {
    if (part.dataset.host === location.hostname) part.hidden = false;
  }
}
