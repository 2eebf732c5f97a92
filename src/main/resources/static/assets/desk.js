// j and k move through the rows of a queue, Enter opens the one that has the focus: an addition to plain links.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')
      || event.target.closest('input, select, textarea')) {
    return;
  }
  const links = [...document.querySelectorAll('[data-keys] tbody a')];
  const at = links.indexOf(document.activeElement);
  const next = links[event.key === 'j' ? at + 1 : at - 1];
  if (at < 0) {
    links[0]?.focus();
  } else if (next) {
    next.focus();
  } else {
    document.querySelector(event.key === 'j' ? 'a[rel=next]' : 'a[rel=prev]')?.focus();
  }
});
