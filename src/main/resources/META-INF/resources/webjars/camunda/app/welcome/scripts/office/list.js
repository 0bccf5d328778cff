/* The list behind a cell of the board, page by page. */
import {itemPage} from './item.js';
import {ask, badge, dialog, failure, fill, h} from './page.js';

const SIZE = 50;

const LIGHTS = {RED: ['xh-is-red', '红灯'], YELLOW: ['xh-is-yellow', '黄灯'], BLUE: ['xh-is-blue', '蓝灯']};

const light = code => {
  const [css, name] = LIGHTS[code] ?? [];
  return css ? h('span', {class: `xh-light ${css}`}, name) : null;
};

const openItem = (key, changed) => {
  const {body} = dialog('事项详情', changed);
  const show = () => fill(body, async () => itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show));
  show();
};

/* Cockpit knows instances by an id of the engine's own. */
const openInstance = async (key, place) => {
  const root = document.querySelector('base').getAttribute('app-root');
  try {
    const response = await fetch(
      `${root}/api/engine/engine/default/process-instance?businessKey=${encodeURIComponent(key)}`,
      {credentials: 'same-origin', headers: {Accept: 'application/json'}});
    const [instance] = response.ok ? await response.json() : [];
    if (!instance) {
      throw new Error('这一事项现在没有正在运行的流程。');
    }
    document.querySelectorAll('dialog').forEach(box => box.close());
    location.hash = `#/process-instance/${instance.id}/runtime`;
  } catch (error) {
    place.replaceChildren(failure(error));
  }
};

const line = (item, place, reload) =>
  h('tr', {},
    h('td', {}, item.title),
    h('td', {}, item.who),
    h('td', {}, badge(item), ' ', light(item.light)),
    h('td', {class: 'xh-date'}, item.done ? `${item.done} 办结` : item.due),
    h('td', {}, h('div', {class: 'xh-buttons'},
      h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => openItem(item.key, reload)}, '查看'),
      item.open && h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => openInstance(item.key, place)}, '流程'))));

/**
 * Opens a list.
 *
 * @param wanted parts of the selection: kind, party, light, open
 */
export const openList = (board, title, wanted) => {
  const {body} = dialog(title);
  const query = offset => new URLSearchParams({
    ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
    offset,
    size: SIZE
  });
  const show = offset => fill(body, async () => {
    const page = await ask(`/board/${board.campaign}/items?${query(offset)}`);
    const message = h('div');
    const last = Math.min(offset + SIZE, page.total);
    return h('div', {},
      message,
      page.total
        ? h('table', {class: 'table xh-mine'},
          h('thead', {}, h('tr', {}, ['事项', '责任人、单位', '状态', '期限', '操作'].map(name => h('th', {}, name)))),
          h('tbody', {}, page.lines.map(item => line(item, message, () => show(offset)))))
        : h('p', {class: 'xh-quiet'}, '没有事项。'),
      page.total > SIZE && h('div', {class: 'xh-buttons'},
        h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: offset === 0, onclick: () => show(offset - SIZE)}, '上一页'),
        h('span', {}, `第 ${offset + 1}—${last} 项，共 ${page.total} 项`),
        h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: last === page.total, onclick: () => show(offset + SIZE)}, '下一页')));
  });
  show(0);
};
