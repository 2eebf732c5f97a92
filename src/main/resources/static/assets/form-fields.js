// The fields of a form by their names, and the box that offers what was kept of them: for the scripts that keep what is typed.
const FormFields = (() => {
  const controls = (form, name) => [...form.elements].filter(field => field.name === name && field.type !== 'hidden');
  const isBox = field => field.type === 'radio' || field.type === 'checkbox';

  // what is chosen of boxes of one name, one to a line
  const value = (form, name) => {
    const fields = controls(form, name);
    return isBox(fields[0]) ? fields.filter(box => box.checked).map(box => box.value).join('\n') : fields[0].value;
  };

  const fill = (form, name, text) => controls(form, name).forEach(field => {
    if (isBox(field)) {
      field.checked = text.split('\n').includes(field.value);
    } else {
      field.value = text;
    }
  });

  const labelOf = (form, field) => form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent.trim();
  const label = (form, name) => {
    const [first] = controls(form, name);
    const legend = isBox(first) ? first.closest('fieldset')?.querySelector('legend') : null;
    return legend?.textContent.trim() ?? labelOf(form, first) ?? name;
  };

  const shown = (form, name, text) => {
    const [first] = controls(form, name);
    if (isBox(first)) {
      return controls(form, name).filter(box => text.split('\n').includes(box.value)).map(box => labelOf(form, box)).join(', ');
    }
    return [...first.options ?? []].find(option => option.value === text)?.textContent.trim() ?? text;
  };

  // what was kept, each beside its label: it is filled in by whoever wants it, because somebody may have gone on elsewhere
  const offer = (form, kept, words, done) => {
    const box = document.createElement('section');
    box.className = 'notice';
    const head = document.createElement('p');
    head.textContent = words.found;
    const list = document.createElement('ul');
    Object.entries(kept).forEach(([name, text]) => {
      const line = document.createElement('li');
      line.textContent = `${label(form, name)}: ${shown(form, name, text)}`;
      list.append(line);
    });
    const button = (said, style, restored) => {
      const one = document.createElement('button');
      one.type = 'button';
      one.className = `btn btn-sm ${style} me-2`;
      one.textContent = said;
      one.addEventListener('click', () => {
        if (restored) {
          Object.entries(kept).forEach(([name, text]) => fill(form, name, text));
        }
        box.remove();
        done(restored);
      });
      return one;
    };
    box.append(head, list, button(words.restore, 'btn-primary', true), button(words.discard, 'btn-outline-primary', false));
    form.before(box);
  };

  return { controls, isBox, value, fill, offer };
})();
