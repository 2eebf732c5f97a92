// Keeps on this device what is typed into a form that is sent as a whole, until the server has answered it: a line that breaks, a
// battery that is empty, a link that was touched by mistake. What is found again is offered. It goes with whoever signs out.
(() => {
  const words = document.currentScript.dataset;
  const { account } = document.querySelector('form[data-account]').dataset;
  const SENT = 'fugong.sent';
  const unkept = ['hidden', 'password', 'file', 'submit', 'button', 'search'];
  let leaving = false;

  const forms = [...document.querySelectorAll('main form[method="post"]')].filter(form => !form.matches('[data-autosave]'));
  const names = form => [...new Set([...form.elements]
    .filter(field => field.name && !unkept.includes(field.type) && field.autocomplete !== 'one-time-code').map(field => field.name))];
  const place = form => `fugong.kept:${account}:form:${location.pathname}:${new URL(form.action).pathname}`;

  // as the server has sent it: a browser may fill in by itself what stood there before
  const original = (form, name) => {
    const fields = FormFields.controls(form, name);
    if (FormFields.isBox(fields[0])) {
      return fields.filter(box => box.defaultChecked).map(box => box.value).join('\n');
    }
    const options = [...fields[0].options ?? []];
    return options.length > 0 ? (options.find(option => option.defaultSelected) ?? options[0]).value : fields[0].defaultValue;
  };
  const changes = form => Object.fromEntries(names(form).map(name => [name, FormFields.value(form, name)])
    .filter(([name, text]) => text !== original(form, name)));

  const keep = (form, values) => {
    try {
      if (Object.keys(values).length === 0) {
        localStorage.removeItem(place(form));
      } else {
        localStorage.setItem(place(form), JSON.stringify(values));
      }
    } catch {
      // a browser that keeps nothing still warns of leaving
    }
  };

  // the page that a form leads to is the answer: what it does not show again has arrived. Where the line broke, whoever comes again
  // comes from no page, or by the way back
  const forgetWhatArrived = () => {
    const sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    const again = document.querySelector('.error-summary') && forms.some(form => place(form) === sent);
    const led = document.referrer && sent?.startsWith(`fugong.kept:${account}:form:${new URL(document.referrer).pathname}:`);
    if (led && !again && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
      localStorage.removeItem(sent);
    }
  };

  try {
    forgetWhatArrived();
  } catch {
    return;
  }
  forms.filter(form => names(form).length > 0).forEach(form => {
    let offered = Object.fromEntries(Object.entries(JSON.parse(localStorage.getItem(place(form)) ?? '{}'))
      .filter(([name, text]) => names(form).includes(name) && text !== original(form, name)));
    if (Object.keys(offered).length > 0) {
      FormFields.offer(form, offered, words, () => {
        offered = {};
        keep(form, changes(form));
      });
    }
    form.addEventListener('input', () => {
      leaving = false;
      keep(form, { ...offered, ...changes(form) });
    });
    form.addEventListener('submit', () => sessionStorage.setItem(SENT, place(form)));
  });
  document.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      leaving = false;
      sessionStorage.removeItem(SENT);
    }
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && forms.some(form => Object.keys(changes(form)).length > 0)) {
      event.preventDefault();
    }
  });
})();
