// What makes the pages quicker to use; each page works without it.
'use strict';

// A second press of the same button does nothing; the server would not act on it twice either.
document.addEventListener('submit', (event) => {
  const form = event.target;
  // A button with an address of its own fetches a file, and the page stays.
  if (form.method !== 'post' || event.submitter?.hasAttribute('formaction')) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
});
function forgetSent() {
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  document.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
}
window.addEventListener('pageshow', forgetSent);
document.addEventListener('htmx:afterRequest', forgetSent);

// The navigation folds on a phone.
const menuButton = document.querySelector('.du-menu-button');
if (menuButton) {
  const header = menuButton.closest('.du-header');
  menuButton.hidden = false;
  header.classList.add('du-header--closed');
  menuButton.addEventListener('click', () => {
    const closed = header.classList.toggle('du-header--closed');
    menuButton.setAttribute('aria-expanded', String(!closed));
  });
}

// What is wrong is read out first.
function focusErrors(root) {
  root.querySelector('[data-focus]')?.focus();
}
focusErrors(document);
document.addEventListener('htmx:afterSwap', (event) => focusErrors(event.target));

// A file that the server would refuse for its size is refused before it is sent.
document.addEventListener('change', (event) => {
  const input = event.target;
  const most = Number(input.dataset?.maxBytes);
  if (!most) return;
  const tooLarge = [...input.files].some((file) => file.size > most);
  if (tooLarge) input.value = '';
  const sentence = input.parentElement.querySelector('.du-error[role="alert"]');
  if (sentence) sentence.hidden = !tooLarge;
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) window.print();
});
