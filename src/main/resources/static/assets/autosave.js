// Saves a form while it is filled in. A save carries only the fields that were changed, each with the version of it that was
// seen; its answer replaces what stands beside a field and never the field. What cannot be saved is kept on this device.
(() => {
  const form = document.querySelector('form[data-autosave]');
  const status = document.getElementById('saved');
  if (!form || !status) {
    return;
  }
  const words = status.dataset;
  const account = form.elements.account.value;
  const place = `fugong.kept:${account}:${new URL(form.action).pathname}`;
  const page = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
  const PAUSES = [2, 4, 8, 16, 32, 60];

  const controls = name => FormFields.controls(form, name);
  const value = name => FormFields.value(form, name);
  const fill = (name, text) => FormFields.fill(form, name, text);
  const token = name => form.elements[`seen.${name}`];
  const names = [...form.elements].filter(field => field.name.startsWith('seen.')).map(field => field.name.slice('seen.'.length))
    .filter(name => controls(name).length > 0);

  // what the server has been told of each field
  const told = new Map(names.map(name => [name, value(name)]));
  // fields that it has refused, and those that somebody else has changed, with the version that stands there now
  const refused = new Set();
  const conflicts = new Map();
  let offered = {};
  let timer = 0;
  let busy = false;
  let failures = 0;
  let over = false;
  let blocked = false;
  let leaving = false;
  let signingOut = false;

  const changed = () => names.filter(name => !conflicts.has(name) && value(name) !== told.get(name));
  const unsaved = () => names.filter(name => conflicts.has(name) || refused.has(name) || value(name) !== told.get(name));

  const say = (text, failed, link) => {
    const state = document.getElementById('saved-state');
    state.textContent = text;
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link.href;
      anchor.textContent = link.text;
      state.append(' ', anchor);
    }
    status.classList.toggle('failed', failed);
  };

  // false where this browser keeps nothing
  const keep = () => {
    if (signingOut) {
      return true;
    }
    const values = { ...offered };
    unsaved().forEach(name => { values[name] = value(name); });
    try {
      if (Object.keys(values).length === 0) {
        localStorage.removeItem(place);
      } else {
        localStorage.setItem(place, JSON.stringify(values));
      }
      return true;
    } catch {
      return false;
    }
  };

  const later = seconds => {
    clearTimeout(timer);
    timer = setTimeout(save, seconds * 1000);
  };
  const failed = () => {
    say(keep() ? words.kept : words.unkept, true);
    later(PAUSES[Math.min(failures++, PAUSES.length - 1)]);
  };

  // who is signed in now, where the server would not take a save from whoever that is
  const refusedTo = async () => {
    const answer = await fetch('/account/identity');
    const who = await answer.json();
    keep();
    if (who.login === account && form.elements._csrf.value !== who.token) {
      form.elements._csrf.value = who.token;
      blocked = false;
      return later(0);
    }
    blocked = true;
    if (who.login === null) {
      say(words.signedOut, true, { href: `/login?continue=${encodeURIComponent(location.pathname)}`, text: words.signIn });
    } else if (who.login === account) {
      say(words.outdated, true);
    } else {
      say(words.other.replace('{name}', who.name), true);
    }
  };

  const mark = (name, wrong) => {
    controls(name).forEach(field => {
      field.closest('.field')?.classList.toggle('field-error', wrong);
      if (wrong) {
        field.setAttribute('aria-invalid', 'true');
      } else {
        field.removeAttribute('aria-invalid');
      }
    });
  };

  // shows what is to be chosen between; until then the field is not saved again
  const ask = name => {
    const choice = document.getElementById(`m-${name}`)?.querySelector('[data-conflict]');
    if (!choice) {
      return;
    }
    choice.hidden = false;
    choice.addEventListener('click', event => {
      const take = event.target.dataset.take;
      if (!take) {
        return;
      }
      if (take === 'theirs') {
        fill(name, choice.dataset.there);
      }
      if (conflicts.has(name)) {
        token(name).value = conflicts.get(name);
      }
      conflicts.delete(name);
      refused.delete(name);
      told.set(name, choice.dataset.there);
      choice.parentElement.querySelectorAll('.msg').forEach(message => message.remove());
      choice.remove();
      mark(name, false);
      controls(name)[0].focus();
      save();
    });
  };

  const show = (answer, sent) => {
    for (const part of document.querySelectorAll('[data-answer][id]')) {
      const next = answer.getElementById(part.id);
      if (!next || next.outerHTML === part.outerHTML || part.contains(document.activeElement)) {
        continue;
      }
      const name = part.id.startsWith('m-') ? part.id.slice(2) : null;
      if (name === null) {
        part.replaceWith(document.importNode(next, true));
      } else if (names.includes(name) && (sent.has(name) || !conflicts.has(name))) {
        const seen = token(name).value;
        const now = next.querySelector('input[type=hidden]').value;
        part.replaceChildren(...document.importNode(next, true).childNodes);
        // a version counts as seen only where this page shows it
        if (!sent.has(name) || next.querySelector('[data-conflict]')) {
          token(name).value = seen;
        }
        if (next.querySelector('[data-conflict]')) {
          conflicts.set(name, now);
          ask(name);
        }
        const wrong = next.querySelector('.msg') !== null;
        mark(name, wrong);
        if (sent.has(name) && wrong) {
          refused.add(name);
        }
      }
    }
    if (changed().length > 0) {
      say(words.unsaved, false);
    } else {
      status.classList.toggle('failed', status.querySelector('.wrong') !== null);
    }
  };

  const settle = async (response, sent) => {
    if (response.ok || response.status === 422) {
      failures = 0;
      blocked = false;
      sent.forEach((text, name) => {
        told.set(name, text);
        refused.delete(name);
      });
      show(new DOMParser().parseFromString(await response.text(), 'text/html'), sent);
      keep();
    } else if (response.status === 401 || response.status === 403 || response.status === 404) {
      await refusedTo();
    } else if (response.status === 409) {
      const state = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('saved-state');
      keep();
      if (state) {
        over = true;
        document.getElementById('saved-state').replaceWith(document.importNode(state, true));
        status.classList.add('failed');
      } else {
        blocked = true;
        say(words.outdated, true);
      }
    } else if (response.status === 429) {
      keep();
      say(words.often, true);
      later(Number(response.headers.get('Retry-After')) || 60);
    } else {
      failed();
    }
  };

  async function save() {
    clearTimeout(timer);
    const fields = changed();
    if (busy || over || blocked || fields.length === 0) {
      return;
    }
    busy = true;
    say(words.saving, false);
    const sent = new Map(fields.map(name => [name, value(name)]));
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value, account, page });
    sent.forEach((text, name) => {
      body.set(`seen.${name}`, token(name).value);
      if (form.elements[`_${name}`]) {
        body.set(`_${name}`, '1');
      }
      if (text !== '' || !form.elements[`_${name}`]) {
        body.set(name, text);
      }
    });
    try {
      await settle(await fetch(form.action, { method: 'POST', body, headers: { Autosave: 'true' }, redirect: 'manual',
        signal: AbortSignal.timeout(30000) }), sent);
    } catch {
      failed();
    } finally {
      busy = false;
    }
    if (failures === 0 && !over && !blocked && changed().length > 0) {
      later(2);
    }
  }

  form.addEventListener('input', event => {
    signingOut = false;
    if (!names.includes(event.target.name) || over) {
      return;
    }
    if (!keep()) {
      say(words.unkept, true);
    } else if (!blocked && failures === 0 && changed().length > 0) {
      say(words.unsaved, false);
    }
    // the year of a date that is typed digit by digit is small at first
    if (failures === 0 && (event.target.type !== 'date' || event.target.value === '' || event.target.value >= '1900')) {
      later(2);
    }
  });
  form.addEventListener('change', event => {
    if (event.target.type !== 'date') {
      save();
    }
  });
  form.addEventListener('focusout', save);
  // a category is confirmed whole without leaving the page; what is owed stays owed, and each box may be taken back
  form.addEventListener('click', event => {
    const whole = event.target.closest('button[name="whole"]');
    if (!whole || over) {
      return;
    }
    event.preventDefault();
    names.filter(name => value(name) === '' && controls(name)[0].closest(`[data-category="${CSS.escape(whole.value)}"]`))
      .forEach(name => fill(name, controls(name)[0].value));
    // the button gives way to what became of it, so the keyboard goes on below
    const next = whole.closest('.whole').nextElementSibling;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    save();
  });
  form.addEventListener('submit', () => { leaving = true; });
  // what was kept goes with whoever signs out, and a save that is still under way does not bring it back
  document.addEventListener('submit', event => {
    signingOut = signingOut || event.target.dataset.account === account;
  });
  window.addEventListener('online', () => { failures = 0; save(); });
  window.addEventListener('focus', () => {
    if (blocked) {
      refusedTo().catch(failed);
    }
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) { save(); } });
  window.addEventListener('beforeunload', event => {
    if (!leaving && !over && unsaved().length > 0) {
      event.preventDefault();
    }
  });

  // what an earlier visit could not save is offered, and not filled in by itself: somebody may have gone on elsewhere
  const offer = () => {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(place) ?? '{}');
    } catch {
      return;
    }
    offered = Object.fromEntries(Object.entries(kept).filter(([name, text]) => names.includes(name) && value(name) !== text));
    if (Object.keys(offered).length === 0) {
      return;
    }
    FormFields.offer(form, offered, words, restored => {
      offered = {};
      keep();
      if (restored) {
        save();
      }
    });
  };

  document.querySelectorAll('[data-conflict]').forEach(choice => ask(choice.parentElement.id.slice(2)));
  offer();
})();
