// Sends files one by one, and larger ones in pieces, so that a break costs a piece; photographs are made smaller before, and it is told
// how far it is. Without it the form sends them all at once.
(() => {
  const LONGEST = 2000;
  const QUALITY = 0.85;
  const number = (text, ...values) => values.reduce((words, value, at) => words.replace(`{${at}}`, value), text);

  const smaller = async file => {
    if (file.type !== 'image/jpeg') {
      return file;
    }
    try {
      const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(image.width * scale));
      canvas.height = Math.max(1, Math.round(image.height * scale));
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      image.close();
      const blob = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
      return blob && blob.size < file.size ? new File([blob], file.name, { type: 'image/jpeg' }) : file;
    } catch {
      return file; // the server looks at it as it is, and says what is wrong with it
    }
  };

  // answers whatever is answered; fails where nothing is
  const ask = (form, method, address, body, headers, progress) => new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    Object.entries(headers ?? {}).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.setRequestHeader('X-XSRF-TOKEN', form.elements._csrf.value);
    request.upload.addEventListener('progress', event => { progress?.(event.loaded); });
    request.addEventListener('load', () => { done(request); });
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    request.send(body);
  });

  const sendWhole = (form, file, replace, sent) => {
    const body = new FormData();
    if (replace) {
      body.set('replace', replace);
    }
    body.set('files', file, file.name);
    return ask(form, 'POST', form.action, body, {}, loaded => { sent(Math.min(loaded, file.size)); });
  };

  const elsewhere = (form, answer) => !new URL(answer.responseURL).pathname.startsWith(new URL(form.action).pathname);

  // What the server has of the file already, it says; a page that was left finds it by what the file holds.
  const sendPieces = async (form, file, replace, sent) => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const sha256 = [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
    const begun = await ask(form, 'POST', `${form.action}/uploads`, new URLSearchParams({ name: file.name, size: file.size, sha256 }));
    if (begun.status !== 201) {
      return begun;
    }
    const address = begun.getResponseHeader('Location');
    let at = Number(begun.getResponseHeader('Upload-Offset'));
    while (at < file.size) {
      sent(at);
      const piece = file.slice(at, at + Number(form.dataset.piece));
      const from = at;
      const answer = await ask(form, 'PATCH', address, piece,
        { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': at }, loaded => { sent(from + loaded); });
      at = Number(answer.getResponseHeader('Upload-Offset'));
      if (answer.status !== 204 && (answer.status !== 409 || at === from)) {
        return answer;
      }
    }
    return ask(form, 'POST', `${address}/completion`, new URLSearchParams(replace ? { replace } : {}));
  };

  const send = (form, file, replace, sent) => {
    const pieces = file.size > Number(form.dataset.piece) && file.size <= Number(form.dataset.largest) && crypto.subtle;
    return (pieces ? sendPieces : sendWhole)(form, file, replace, sent);
  };

  // the answers of all files as one page: what is refused is told together
  const show = (pages) => {
    const main = document.getElementById('main');
    const last = pages[pages.length - 1];
    const refused = pages.flatMap(page => [...page.querySelectorAll('.error-summary li')]);
    const summary = pages.map(page => page.querySelector('.error-summary')).find(found => found);
    const content = last.getElementById('main');
    if (summary && !content.querySelector('.error-summary')) {
      content.querySelector('h1').before(summary);
    }
    content.querySelector('.error-summary ul')?.replaceChildren(...refused);
    content.querySelectorAll('script').forEach(script => script.remove());
    main.replaceChildren(...document.importNode(content, true).childNodes);
    (main.querySelector('.error-summary') ?? main.querySelector('[role=status]') ?? main).focus();
  };

  // while the page stays open it goes on by itself: when the browser says that it is back on line, and after a while without that
  const WAITS = [3000, 10000, 30000];
  const goOn = (form) => {
    const tries = Number(form.dataset.tries ?? 0);
    form.dataset.tries = tries + 1;
    const again = new AbortController();
    const resume = () => {
      again.abort();
      if (form.isConnected && !form.dataset.busy) {
        form.requestSubmit();
      }
    };
    addEventListener('online', resume, { signal: again.signal });
    form.addEventListener('submit', () => { again.abort(); }, { signal: again.signal });
    if (tries < WAITS.length) {
      const timer = setTimeout(resume, WAITS[tries]);
      again.signal.addEventListener('abort', () => { clearTimeout(timer); });
    }
  };

  document.addEventListener('submit', async event => {
    const form = event.target.closest('form[data-upload]');
    if (!form || form.elements.files.files.length === 0) {
      return;
    }
    event.preventDefault();
    if (form.dataset.busy) {
      return;
    }
    form.dataset.busy = 'true';
    const told = form.querySelector('[data-progress]');
    const files = [...form.elements.files.files];
    const pages = [];
    let replace = form.elements.replace?.value;
    try {
      for (const [at, file] of files.entries()) {
        const small = await smaller(file);
        const tell = sent => {
          told.textContent = number(form.dataset.sending, at + 1, files.length, Math.floor(100 * sent / small.size));
        };
        tell(0);
        const answer = await send(form, small, replace, tell);
        if (elsewhere(form, answer)) {
          location.assign(answer.responseURL);
          return;
        }
        if (answer.status === 413) {
          show([new DOMParser().parseFromString(answer.responseText, 'text/html')]);
          return;
        }
        if (answer.status !== 200 && answer.status !== 422) {
          throw new Error(String(answer.status));
        }
        pages.push(new DOMParser().parseFromString(answer.responseText, 'text/html'));
        replace = answer.status === 200 ? null : replace;
        delete form.dataset.tries;
        // what was answered is not sent again after a break
        const left = new DataTransfer();
        files.slice(at + 1).forEach(one => left.items.add(one));
        form.elements.files.files = left.files;
      }
      history.replaceState(null, '', form.action);
      show(pages);
    } catch {
      delete form.dataset.busy;
      told.textContent = form.dataset.interrupted;
      goOn(form);
    }
  });
})();
