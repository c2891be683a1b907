/* Making a passkey, and signing the pledge with one. The form carries the answer; without script the password remains. */
(() => {
  "use strict";
  const box = document.getElementById("passkey");
  if (!box || !window.PublicKeyCredential) return;
  const form = box.closest("form");
  const error = document.getElementById("passkey-error");
  const { dataset } = box;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = () => (dataset.known ?? "").split(" ").filter((id) => id).map((id) => ({ type: "public-key", id: bytes(id) }));
  const put = (name, buffer) => { form.elements[name].value = text(buffer); };
  const tell = (failure) => {
    error.textContent = { NotAllowedError: dataset.cancelled, InvalidStateError: dataset.there }[failure.name]
      ?? dataset.failed;
  };

  const make = async () => {
    const { response } = await navigator.credentials.create({ publicKey: {
      challenge: bytes(dataset.challenge),
      rp: { id: dataset.rp, name: dataset.rpName },
      user: { id: bytes(dataset.user), name: dataset.userName, displayName: dataset.displayName },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
      excludeCredentials: keys(),
      attestation: "none",
      timeout: 120000,
    } });
    put("client-data", response.clientDataJSON);
    put("attestation", response.attestationObject);
  };

  /** The form is laid before the server as it stands; the page that comes back holds the hash of the record. */
  const challenge = async () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("act", "passkey");
    const answer = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById("passkey")?.dataset.challenge;
  };

  /** What was refused is shown by the page itself. */
  const showRefusal = () => {
    const act = Object.assign(document.createElement("input"), { type: "hidden", name: "act", value: "passkey" });
    form.append(act);
    form.requestSubmit();
  };

  const sign = async () => {
    const asked = await challenge();
    if (!asked) {
      showRefusal();
      return;
    }
    const { rawId, response } = await navigator.credentials.get({ publicKey: {
      challenge: bytes(asked),
      rpId: dataset.rp,
      allowCredentials: keys(),
      userVerification: "required",
      timeout: 120000,
    } });
    put("credential", rawId);
    put("authenticator-data", response.authenticatorData);
    put("client-data", response.clientDataJSON);
    put("assertion", response.signature);
    form.requestSubmit();
  };

  box.hidden = false;
  document.getElementById("passkey-unsupported")?.remove();
  if (dataset.act === "sign") {
    const button = document.getElementById("passkey-sign");
    button.addEventListener("click", async () => {
      button.disabled = true;
      error.textContent = "";
      await sign().catch(tell);
      button.disabled = false;
    });
  } else {
    form.addEventListener("submit", async (event) => {
      if (form.elements.attestation.value) return;
      event.preventDefault();
      event.stopPropagation();
      error.textContent = "";
      await make().then(() => form.requestSubmit(), tell);
    });
  }
})();
