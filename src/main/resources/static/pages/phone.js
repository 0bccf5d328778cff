// Nothing here is needed. With it, what is typed is saved as it is typed, and survives a session that has
// ended; a form that is under way is not sent again; a file that is too big is not sent at all.
const PREFIX = 'xiaohao.draft.';
const PAUSE = 2000;

// Well below what a browser lets a page send while it is being closed.
const LITTLE = 60_000;

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
  const refuge = PREFIX + form.dataset.task;
  const fields = [...form.querySelectorAll('textarea, input[type=text]')];
  const said = form.querySelector('.saved');
  let timer;

  // The server keeps drafts. The browser keeps what the server could not take yet.
  const keepHere = () => {
    try {
      localStorage.setItem(refuge, JSON.stringify(Object.fromEntries(fields.map(field => [field.name, field.value]))));
    } catch {
      // No room, or not allowed: then it is as without this script.
    }
  };
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    const body = typed();
    try {
      const answer = await fetch(form.dataset.draft,
        {method: 'POST', body, redirect: 'manual', keepalive: String(body).length < LITTLE});
      if (answer.ok && !timer) {
        localStorage.removeItem(refuge);
        said.textContent = form.dataset.saved;
      }
    } catch {
      // Without a network it is kept here.
    }
  };
  const later = () => {
    said.textContent = '';
    keepHere();
    timer ??= setTimeout(save, PAUSE);
  };
  const leave = () => timer && !form.dataset.sent && save();

  const kept = stored(refuge) ?? {};
  const lost = fields.filter(field => kept[field.name] && kept[field.name] !== field.value);
  lost.forEach(field => { field.value = kept[field.name]; });
  form.querySelector('.restored').hidden = lost.length === 0;
  if (lost.length) {
    later();
  }
  form.addEventListener('input', later);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  window.addEventListener('pagehide', leave);

  const files = form.querySelector('#file');
  const tooBig = form.querySelector('.too-big');
  files?.addEventListener('change', () => {
    const {most, tooBig: each, mostAtOnce, tooMany} = files.dataset;
    const sizes = [...files.files].map(({size}) => size);
    const sum = sizes.reduce((bytes, size) => bytes + size, 0);
    const fault = sizes.some(size => size > Number(most)) ? each : sum > Number(mostAtOnce) ? tooMany : '';
    tooBig.hidden = !fault;
    if (fault) {
      tooBig.textContent = fault;
      files.value = '';
    }
  });

  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
    clearTimeout(timer);
    timer = undefined;
  });
  // Back from the next page, the form can be sent again.
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
}
