/* All that a person owes or owed, also what is finished and what has no task any more. */
import {itemPage} from './item.js';
import {ask, badge, dialog, failure, fill, h, light} from './page.js';
import {openUrge} from './urge.js';
import {t} from './words.js';

const VIEWS = [
  [t`未办结`, item => item.open],
  [t`已办结`, item => item.done],
  [t`未开始及其他`, item => !item.open && !item.done],
  [t`全部`, () => true]
];

const detail = (key, changed) => {
  const {body} = dialog(t`事项详情`, changed);
  const show = () => fill(body, async () => itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show));
  show();
};

const goTo = (task, box) => {
  box.close();
  location.hash = `#/?task=${encodeURIComponent(task)}`;
};

const tick = (item, picked) =>
  h('td', {}, item.can.urge && h('input', {
    type: 'checkbox',
    'aria-label': t`选择 ${item.title}`,
    checked: picked.has(item.key),
    onchange: event => picked[event.target.checked ? 'add' : 'delete'](item.key)
  }));

const line = (item, box, reload, picked) =>
  h('tr', {},
    picked && tick(item, picked),
    h('td', {}, item.title),
    h('td', {}, badge(item), light(item), item.late && h('span', {class: 'xh-badge xh-late'}, t`逾期`)),
    h('td', {class: 'xh-date'}, item.done ? t`${item.doneAt} 办结` : item.due),
    h('td', {}, h('div', {class: 'xh-buttons'},
      item.task && h('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: () => goTo(item.task, box)}, t`去办理`),
      h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => detail(item.key, reload)},
        item.can.withdraw ? t`查看 / 撤回` : item.can.extend ? t`查看 / 申请延期` : item.can.move ? t`查看 / 调整` : t`查看`))));

/* Ticks are kept while the list is looked at; urging none says so. */
const urging = (shown, picked, reload) => {
  const open = shown.filter(item => item.can.urge);
  const message = h('span', {class: 'xh-quiet', role: 'status'});
  const urge = keys => {
    message.textContent = keys.length ? '' : t`请先勾选要催办的事项。`;
    if (keys.length) {
      openUrge(keys, () => {
        picked.clear();
        reload();
      });
    }
  };
  return open.length > 0 && h('div', {class: 'xh-buttons xh-urging'},
    h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => urge(open.map(({key}) => key).filter(key => picked.has(key)))}, t`催办所选`),
    message);
};

const list = (items, box, reload, chosen, choose, picked) => {
  const [, matches] = VIEWS[chosen];
  const shown = items.filter(matches);
  return h('div', {},
    h('div', {class: 'xh-views', role: 'tablist'}, VIEWS.map(([name, counts], index) =>
      h('button', {
        type: 'button',
        role: 'tab',
        'aria-selected': String(index === chosen),
        class: 'btn btn-sm ' + (index === chosen ? 'btn-primary' : 'btn-default'),
        onclick: () => choose(index)
      }, t`${name}（${items.filter(counts).length}）`))),
    picked && urging(shown, picked, reload),
    shown.length
      ? h('table', {class: 'table xh-mine'},
        h('thead', {}, h('tr', {}, [...(picked ? [t`选择`] : []), t`事项`, t`状态`, t`期限`, t`操作`].map(title => h('th', {}, title)))),
        h('tbody', {}, shown.map(item => line(item, box, reload, picked))))
      : h('p', {class: 'xh-quiet'}, t`没有事项。`));
};

/**
 * Fills a node with a list of items, to be looked at by state.
 *
 * @param box dialog that is closed when the person goes to a task
 * @param read reads the items
 * @param picked keys of the items that are ticked, where several can be urged; none for one's own
 */
export const itemsPage = async (body, box, read, picked) => {
  let items = [];
  let chosen = 0;
  const draw = () => body.replaceChildren(list(items, box, load, chosen, index => {
    chosen = index;
    draw();
  }, picked));
  const load = async () => {
    try {
      items = await read();
      draw();
    } catch (error) {
      body.replaceChildren(failure(error));
    }
  };
  body.append(h('p', {class: 'xh-quiet'}, t`正在读取……`));
  await load();
};

/* What the person put on the problem list, whoever has to do with it now. */
const raised = async (node, box) => {
  try {
    const items = await ask('/items/raised');
    node.replaceChildren(...(items.length ? [
      h('h5', {}, t`我登记的问题`),
      h('table', {class: 'table xh-raised'},
        h('tbody', {}, items.map(item => line(item, box, () => raised(node, box)))))
    ] : []));
  } catch (error) {
    node.replaceChildren(failure(error));
  }
};

/** Opens the list of what the person owes, and of the problems that the person has registered. */
export const openMine = () => {
  const {box, body} = dialog(t`我的事项`);
  const owed = h('div');
  const registered = h('div');
  body.append(owed, registered);
  return Promise.all([itemsPage(owed, box, () => ask('/items')), raised(registered, box)]);
};
