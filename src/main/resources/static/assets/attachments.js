// Sends files one by one, so that a break costs one of them; photographs are made smaller before, and it is told how far it is.
// Without it the form sends them all at once.
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

  const send = (form, file, replace, progress) => new Promise((done, failed) => {
    const body = new FormData();
    body.set('_csrf', form.elements._csrf.value);
    if (replace) {
      body.set('replace', replace);
    }
    body.set('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', event => { progress(Math.floor(100 * event.loaded / event.total)); });
    request.addEventListener('load', () => { done(request); });
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    request.send(body);
  });

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
        const tell = percent => { told.textContent = number(form.dataset.sending, at + 1, files.length, percent); };
        tell(0);
        const answer = await send(form, await smaller(file), replace, tell);
        if (new URL(answer.responseURL).pathname !== new URL(form.action).pathname) {
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
    }
  });
})();
