/* The files of an item: added by click or by dropping them, with the progress of each. */
import {address, ask, dialog, failure, h, reason, token} from './page.js';
import {t} from './words.js';

const size = bytes => bytes < 1024 * 1024
  ? `${Math.max(1, Math.round(bytes / 1024))} KB`
  : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** fetch() knows no progress of what it sends. */
const send = (key, file, progress) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  const data = new FormData();
  data.append('file', file, file.name);
  request.open('POST', address(`/files?key=${encodeURIComponent(key)}`));
  request.setRequestHeader('X-XSRF-TOKEN', token());
  request.upload.onprogress = ({loaded, total}) => progress(loaded, total);
  request.onload = () => request.status === 201
    ? resolve()
    : reject(new Error(reason(request.status, request.responseText)));
  request.onerror = () => reject(new Error(t`上传中断，请检查网络后重试。`));
  request.send(data);
});

/** What the server would refuse anyway is said before megabytes are sent. */
const refused = (file, {maxSize, extensions}) => {
  const extension = file.name.split('.').pop().toLowerCase();
  if (!extensions.includes(extension)) {
    return t`“${file.name}”不能上传。可以上传的文件类型：${extensions.join(t`、`)}。`;
  }
  return file.size > maxSize ? t`“${file.name}”超过 ${size(maxSize)}，请压缩或拆分后再上传。` : null;
};

/** Asked in the line itself: the webapps' sandbox shows no message boxes. */
const removal = (file, removed) => {
  const place = h('span', {class: 'xh-buttons'});
  const remove = async () => {
    try {
      await ask(`/file/${file.id}`, {method: 'DELETE'});
      removed();
    } catch (error) {
      place.replaceChildren(failure(error));
    }
  };
  const button = (style, label, onclick) =>
    h('button', {type: 'button', class: `btn ${style} btn-xs`, 'aria-label': `${label} ${file.name}`, onclick}, label);
  const idle = () => place.replaceChildren(button('btn-link', t`删除`, () =>
    place.replaceChildren(button('btn-primary', t`确认删除`, remove), button('btn-default', t`取消`, idle))));
  idle();
  return place;
};

/* A picture is shown here; for a PDF the browser has a viewer, which wants a page of its own. */
const preview = file => {
  const look = {class: 'btn btn-link btn-xs', 'aria-label': t`预览 ${file.name}`};
  const from = address(`/file/${file.id}/view`);
  return file.picture
    ? h('button', {...look, type: 'button', onclick: () =>
      dialog(file.name).body.append(h('img', {class: 'xh-picture', src: from, alt: file.name}))}, t`预览`)
    : h('a', {...look, href: from, target: '_blank', rel: 'noopener'}, t`预览`);
};

const row = (file, changeable, removed) =>
  h('li', {},
    h('span', {class: 'glyphicon glyphicon-file', 'aria-hidden': 'true'}),
    h('a', {href: address(`/file/${file.id}`), download: file.name}, file.name),
    h('span', {class: 'xh-quiet'}, t`${size(file.size)} · ${file.by} 上传于 ${file.at}`),
    file.viewable && preview(file),
    file.kept ? h('span', {class: 'xh-quiet'}, t`整改佐证，不能删除`) : changeable && removal(file, removed));

const upload = async (key, file, limits, running) => {
  const bar = h('progress', {max: 100, value: 0, 'aria-label': t`上传进度 ${file.name}`});
  const line = h('li', {}, h('span', {}, file.name), bar);
  running.append(line);
  try {
    const no = refused(file, limits);
    if (no) {
      throw new Error(no);
    }
    await send(key, file, (loaded, total) => { bar.value = Math.round(loaded / total * 100); });
    line.remove();
  } catch (error) {
    line.replaceChildren(failure(error),
      h('button', {type: 'button', class: 'btn btn-link btn-sm', onclick: () => line.remove()}, t`知道了`));
  }
};

/** Fills a node with the files of an item and keeps it up to date. */
export const filesPage = async (node, key) => {
  const list = h('ul', {class: 'xh-files'});
  const running = h('ul', {class: 'xh-files'});
  const zone = h('div');
  const show = async () => {
    const {files, changeable, limits} = await ask(`/files?key=${encodeURIComponent(key)}`);
    list.replaceChildren(...(files.length
      ? files.map(file => row(file, changeable, show))
      : [h('li', {class: 'xh-quiet'}, t`还没有附件。`)]));
    zone.replaceChildren(...(changeable ? [dropZone(limits)] : []));
  };
  const dropZone = limits => {
    const take = async files => {
      for (const file of files) {
        await upload(key, file, limits, running);
      }
      await show();
    };
    const input = h('input', {type: 'file', multiple: true, class: 'xh-hidden', accept: limits.extensions.map(e => '.' + e).join()});
    input.addEventListener('change', () => take([...input.files]));
    const area = h('label', {class: 'xh-drop', tabindex: 0}, input,
      h('strong', {}, t`点击选择文件，或把文件拖到这里`),
      h('span', {class: 'xh-quiet'}, t`每个不超过 ${size(limits.maxSize)}，最多 ${limits.maxFiles} 个；${limits.extensions.join(t`、`)}`));
    area.addEventListener('keydown', event => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), input.click()));
    area.addEventListener('dragover', event => {
      event.preventDefault();
      area.classList.add('xh-over');
    });
    area.addEventListener('dragleave', () => area.classList.remove('xh-over'));
    area.addEventListener('drop', event => {
      event.preventDefault();
      area.classList.remove('xh-over');
      take([...event.dataTransfer.files]);
    });
    return area;
  };
  await show();
  node.replaceChildren(zone, running, list);
};
