// A line above a long list to search it by a few characters; without it the list is simply long. An option is found by a part of
// what it says, and where it has data-words as one of them begins, also with one of its group's or its value put before or behind.
const plain = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');
const words = element => (element.dataset.words ?? '').split(' ').filter(word => word !== '');

// two characters or more at both ends, with something left out between them: 宁东基地 of 宁东能源化工基地
const isCut = (name, typed) => /^\p{Script=Han}{4,}$/u.test(typed)
  && [...typed].slice(3).some((_, at) => name.startsWith(typed.slice(0, at + 2)) && name.endsWith(typed.slice(at + 2)));

const isCalled = (option, above, typed) => words(option).some(word => ['', option.value, ...above]
  .some(other => [other + word, word + other].some(name => name.startsWith(typed) || isCut(name, typed))));

const matching = (child, typed) => {
  const copy = child.cloneNode(true);
  if (copy.tagName !== 'OPTGROUP' || typed === '' || plain(copy.label).includes(typed)) {
    return copy;
  }
  const above = words(copy);
  for (const option of [...copy.children]) {
    if (!plain(option.textContent).includes(typed) && !isCalled(option, above, typed)) {
      option.remove();
    }
  }
  return copy.children.length > 0 ? copy : null;
};

for (const list of document.querySelectorAll('select[data-search]')) {
  const all = [...list.children].map(child => child.cloneNode(true));
  const search = document.createElement('input');
  search.type = 'search';
  search.autocomplete = 'off';
  search.className = `form-control mb-1 ${list.classList.contains('form-select-sm') ? 'form-control-sm' : 'middle'}`;
  search.placeholder = list.dataset.search;
  search.setAttribute('aria-label', list.dataset.search);
  search.setAttribute('aria-controls', list.id);
  const told = document.createElement('p');
  told.className = 'hint mb-0';
  told.setAttribute('role', 'status');
  list.before(search, told);
  let found = [];

  const choose = value => {
    const before = list.value;
    list.value = value;
    if (value !== before) {
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };

  search.addEventListener('input', () => {
    const chosen = list.value;
    list.replaceChildren(...all.map(child => matching(child, plain(search.value))).filter(child => child !== null));
    found = [...list.querySelectorAll('optgroup option')].map(option => option.value);
    told.textContent = found.length === 0 ? list.dataset.none : '';
    // what was chosen stays chosen until another is, also while the search does not show it
    if (chosen !== '' && !found.includes(chosen)) {
      list.append(all.flatMap(child => [...child.children]).find(option => option.value === chosen).cloneNode(true));
    }
    list.value = chosen;
    if (chosen === '' && found.length === 1) {
      choose(found[0]);
    }
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (found.length === 1) {
        choose(found[0]);
      }
      list.focus();
    }
  });
}
