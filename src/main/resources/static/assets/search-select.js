// A line above a long list to search it by a few characters; without it the list is simply long.
for (const list of document.querySelectorAll('select[data-search]')) {
  const all = [...list.children].map(child => child.cloneNode(true));
  const search = document.createElement('input');
  search.type = 'search';
  search.autocomplete = 'off';
  search.className = 'form-control middle mb-1';
  search.placeholder = list.dataset.search;
  search.setAttribute('aria-label', list.dataset.search);
  search.setAttribute('aria-controls', list.id);
  list.before(search);

  const matching = (group, words) => {
    const copy = group.cloneNode(true);
    if (copy.tagName !== 'OPTGROUP' || words === '' || copy.label.toLowerCase().includes(words)) {
      return copy;
    }
    for (const option of [...copy.children]) {
      if (!option.textContent.toLowerCase().includes(words)) {
        option.remove();
      }
    }
    return copy.children.length > 0 ? copy : null;
  };

  search.addEventListener('input', () => {
    const chosen = list.value;
    const words = search.value.trim().toLowerCase();
    list.replaceChildren(...all.map(child => matching(child, words)).filter(child => child !== null));
    const found = list.querySelectorAll('optgroup option');
    // what was chosen stays chosen until another is, also while the search does not show it
    if (chosen !== '' && ![...found].some(option => option.value === chosen)) {
      list.append(all.flatMap(child => [...child.children]).find(option => option.value === chosen).cloneNode(true));
    }
    list.value = chosen === '' && found.length === 1 ? found[0].value : chosen;
    list.options[0].textContent = found.length === 0 ? list.dataset.none : all[0].textContent;
    if (list.value !== chosen) {
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      list.focus();
    }
  });
}
