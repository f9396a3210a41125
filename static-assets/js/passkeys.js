// Makes passkeys and signs in with them (WebAuthn level 3); the pages work with a password without it.
'use strict';

const csrf = document.querySelector('input[name="_csrf"]')?.value;

async function post(url, body) {
  const headers = { 'X-CSRF-TOKEN': csrf };
  if (!(body instanceof URLSearchParams) && body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(url, { method: 'POST', headers, body, credentials: 'same-origin' });
  if (answer.status === 410) location.reload(); // the link is closed: its page says why
  if (!answer.ok) throw new Error(`${url} ${answer.status}`);
  return answer;
}

async function make(button) {
  const asked = await (await post(`${button.dataset.passkeyMake}/options`)).json();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const credential = await navigator.credentials.create({ publicKey });
  const made = { credential: credential.toJSON(), label: '' };
  const name = document.querySelector('input[name="name"]').value;
  await post(button.dataset.passkeyMake, new URLSearchParams({ name, passkey: JSON.stringify(made) }));
  location.assign(button.dataset.passkeyDone);
}

async function prove(button) {
  const asked = await (await post(`${button.dataset.passkeyProve}/options`)).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const credential = await navigator.credentials.get({ publicKey });
  const answer = await post(button.dataset.passkeyProve, JSON.stringify(credential.toJSON()));
  location.assign((await answer.json()).redirectUrl);
}

function onPress(selector, missing, action) {
  const button = document.querySelector(selector);
  const panel = button?.closest('[data-passkey]');
  if (!button || !window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  panel.hidden = false;
  const failed = panel.querySelector('[data-passkey-failed]');
  button.addEventListener('click', async () => {
    failed.hidden = true;
    if (missing(panel)) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await action(button);
    } catch (error) {
      failed.hidden = false;
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}

function nameMissing(panel) {
  const input = document.querySelector('input[name="name"]');
  const missing = input.value.trim() === '';
  panel.querySelector('[data-passkey-name]').hidden = !missing;
  if (missing) input.focus();
  return missing;
}

onPress('[data-passkey-make]', nameMissing, make);
onPress('[data-passkey-prove]', () => false, prove);
