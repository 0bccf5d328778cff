// Nothing here is needed. With it, what was typed survives a session that has ended or a browser that was
// closed; a form that is under way is not sent again; a file that is too big is not sent at all.
const PREFIX = 'xiaohao.draft.';
const form = document.getElementById('work');
const stored = name => JSON.parse(localStorage.getItem(name) ?? 'null');

// Sent, or logged out on purpose: what was typed has no business here any more.
const settled = document.querySelector('[data-settled]')?.dataset.settled;
if (settled) {
  localStorage.removeItem(PREFIX + settled);
}
document.querySelector('[data-forget]')?.addEventListener('submit', () =>
  Object.keys(localStorage).filter(name => name.startsWith(PREFIX)).forEach(name => localStorage.removeItem(name)));

if (form) {
  const draft = PREFIX + form.dataset.task;
  const fields = [...form.querySelectorAll('textarea, input[type=text]')];
  const kept = stored(draft) ?? {};
  const lost = fields.filter(field => kept[field.name] && !field.value);
  lost.forEach(field => { field.value = kept[field.name]; });
  form.querySelector('.restored').hidden = lost.length === 0;
  form.addEventListener('input', () => {
    try {
      localStorage.setItem(draft, JSON.stringify(Object.fromEntries(fields.map(field => [field.name, field.value]))));
    } catch {
      // No room, or not allowed: then it is as without this script.
    }
  });

  const files = form.querySelector('#file');
  const tooBig = form.querySelector('.too-big');
  files?.addEventListener('change', () => {
    const sum = [...files.files].reduce((bytes, file) => bytes + file.size, 0);
    tooBig.hidden = sum <= Number(files.dataset.most);
    if (!tooBig.hidden) {
      tooBig.textContent = files.dataset.tooBig;
      files.value = '';
    }
  });

  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
  });
  // Back from the next page, the form can be sent again.
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
}
