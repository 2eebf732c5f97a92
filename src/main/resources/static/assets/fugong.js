// Small additions to pages that work without it: focus on what is wrong, and say whether a field was saved.
document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('.error-summary')?.focus();
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
});

const note = (text, failed) => {
  const place = document.getElementById('saved');
  if (place) {
    place.textContent = text;
    place.classList.toggle('failed', failed);
  }
};

document.addEventListener('htmx:responseError', event => {
  const place = document.getElementById('saved');
  if (place) {
    note(event.detail.xhr.status === 401 ? place.dataset.signedOut : place.dataset.failed, true);
  }
});
document.addEventListener('htmx:sendError', () => note(document.getElementById('saved')?.dataset.failed ?? '', true));
// a rejected part comes back as a page part too: show it
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
// the place that says what became of a field is red only while something is not saved
document.addEventListener('htmx:oobAfterSwap', event => {
  if (event.detail.target?.id === 'saved') {
    event.detail.target.classList.toggle('failed', event.detail.target.querySelector('.wrong') !== null);
  }
});

// a form that came back with what is wrong is the answer to a POST, which the browser could not show again on the way back;
// where the same address shows the form, the way back leads to the form
if (document.querySelector('.error-summary') && [...document.forms].some(form => new URL(form.action).pathname === location.pathname)) {
  history.replaceState(null, '', location.href);
}

// what was kept on this device for somebody goes with them
document.addEventListener('submit', event => {
  const account = event.target.dataset.account;
  if (account) {
    Object.keys(localStorage).filter(key => key.startsWith(`fugong.kept:${account}:`)).forEach(key => localStorage.removeItem(key));
  }
});
