/*
 * The list behind a cell of the board, page by page, and what the office does from there. After
 * each act the page is read anew in its place: rows change, the list stays where it is.
 */
import {actionButtons, moving} from './actions.js';
import {itemPage} from './item.js';
import {address, ask, badge, dialog, failure, fill, h} from './page.js';
import {openUrge, openUrgeMissing} from './urge.js';
import {t} from './words.js';

const SIZE = 50;

const LIGHTS = {RED: ['xh-is-red', t`红灯`], YELLOW: ['xh-is-yellow', t`黄灯`], BLUE: ['xh-is-blue', t`蓝灯`]};

const light = code => {
  const [css, name] = LIGHTS[code] ?? [];
  return css ? h('span', {class: `xh-light ${css}`}, name) : null;
};

const small = (label, onclick, css = 'btn-default') =>
  h('button', {type: 'button', class: `btn ${css} btn-sm`, onclick}, label);

const openItem = (key, changed) => {
  const {body} = dialog(t`事项详情`, changed);
  const show = () => fill(body, async () => itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show));
  show();
};

const inCockpit = () => document.querySelector('base').getAttribute('app-name') === 'cockpit';

/* Cockpit knows instances by an id of the engine's own. */
const openInstance = async (key, said) => {
  const root = document.querySelector('base').getAttribute('app-root');
  try {
    const response = await fetch(
      `${root}/api/engine/engine/default/process-instance?businessKey=${encodeURIComponent(key)}`,
      {credentials: 'same-origin', headers: {Accept: 'application/json'}});
    const [instance] = response.ok ? await response.json() : [];
    if (!instance) {
      throw new Error(t`这一事项现在没有正在运行的流程。`);
    }
    document.querySelectorAll('dialog').forEach(box => box.close());
    location.hash = `#/process-instance/${instance.id}/runtime`;
  } catch (error) {
    said.replaceChildren(failure(error));
  }
};

/* An item, and below it the form of what is being done with it. */
const line = (item, list) => {
  const form = h('td', {colspan: 6});
  const below = h('tr', {class: 'xh-below'}, form);
  const done = label => list.reload(t`${item.title}：${label}，已办理。`);
  return [
    h('tr', {'data-key': item.key},
      h('td', {}, list.office && item.can.urge && h('input', {
        type: 'checkbox',
        'aria-label': t`选择 ${item.title}`,
        checked: list.chosen.has(item.key),
        onchange: event => list.choose(item.key, event.target.checked)
      })),
      h('td', {}, item.title),
      h('td', {}, item.who),
      h('td', {}, badge(item), ' ', light(item.light)),
      h('td', {class: 'xh-date'}, item.done ? t`${item.done} 办结` : item.due),
      h('td', {}, h('div', {class: 'xh-buttons'},
        list.office && small(t`查看`, () => openItem(item.key, () => list.reload())),
        item.open && inCockpit() && small(t`流程`, () => openInstance(item.key, list.said)),
        item.can.urge && small(t`催办`, () => openUrge([item.key], () => list.reload(t`${item.title}：已催办。`))),
        actionButtons(item, form, done)))),
    below
  ];
};

const moveKind = (list, {kind}) => ({
  label: t`整类调整期限`,
  help: t`本类尚未提交的全部改到新的期限，提醒和督办随之调整。已提交、已办结的不变。`,
  path: '/office/move-kind',
  fields: ['planDate', 'reason'],
  body: {campaign: list.campaign, kind}
});

const tools = list => {
  const {wanted, campaign} = list;
  const place = h('div');
  const {offset: _, size: __, ...selection} = Object.fromEntries(list.query(0));
  const chosen = small(t`催办所选`, () => openUrge([...list.chosen], () => {
    list.chosen.clear();
    list.reload(t`所选事项已催办。`);
  }), 'btn-primary');
  const count = () => {
    chosen.textContent = t`催办所选（${list.chosen.size}）`;
    chosen.disabled = !list.chosen.size;
  };
  list.counted = count;
  count();
  return h('div', {},
    h('div', {class: 'xh-buttons'},
      list.office && chosen,
      list.office && wanted.kind && !wanted.party?.startsWith('#') && small(t`催办全部未办`, () => openUrgeMissing(
        {campaign, kind: wanted.kind, unit: wanted.party, title: list.title}, () => list.reload(t`已催办。`))),
      list.office && list.movable && small(t`整类调整期限`, () => {
        place.replaceChildren(moving(moveKind(list, wanted), () => place.replaceChildren(), () => {
          place.replaceChildren();
          list.reload(t`期限已调整。`);
        }));
        place.querySelector('input').focus();
      }),
      h('a', {
        class: 'btn btn-default btn-sm',
        href: address(`/board/${campaign}/items.xlsx?${new URLSearchParams(selection)}`),
        download: true
      }, t`导出 Excel`)),
    place);
};

const pages = (page, offset, show) => {
  const last = Math.min(offset + SIZE, page.total);
  const go = (label, to, disabled) =>
    h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled, onclick: () => show(to)}, label);
  return h('div', {class: 'xh-buttons'},
    go(t`上一页`, offset - SIZE, offset === 0),
    h('span', {}, t`第 ${offset + 1}—${last} 项，共 ${page.total} 项`),
    go(t`下一页`, offset + SIZE, last === page.total));
};

const table = (page, list) => h('table', {class: 'table xh-mine xh-list'},
  h('thead', {}, h('tr', {}, ['', t`事项`, t`责任人、单位`, t`状态`, t`期限`, t`操作`].map(name =>
    name ? h('th', {scope: 'col'}, name) : h('td')))),
  h('tbody', {}, page.lines.flatMap(item => line(item, list))));

/**
 * Opens a list.
 *
 * @param wanted parts of the selection: kind, party, light, open
 * @param closed called when the list is closed after something was done
 */
export const openList = (board, title, wanted, closed = () => {}) => {
  let acted = false;
  let offset = 0;
  const {body} = dialog(title, () => acted && closed());
  const place = h('div');
  const list = {
    campaign: board.campaign,
    office: board.office,
    movable: board.columns.some(({kind, room}) =>
      kind === wanted.kind && ['submission', 'consultation', 'benchmark'].includes(room)) && !wanted.party,
    title,
    wanted,
    chosen: new Set(),
    said: h('div', {role: 'status', class: 'xh-said'}),
    query: from => new URLSearchParams({
      ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
      offset: from,
      size: SIZE
    }),
    choose: (key, yes) => {
      list.chosen[yes ? 'add' : 'delete'](key);
      list.counted();
    },
    reload: async words => {
      acted ||= Boolean(words);
      try {
        const page = await ask(`/board/${board.campaign}/items?${list.query(offset)}`);
        place.replaceChildren(page.total ? table(page, list) : h('p', {class: 'xh-quiet'}, t`没有事项。`),
          ...page.total > SIZE ? [pages(page, offset, show)] : []);
        list.said.textContent = words ?? '';
        list.counted();
      } catch (error) {
        list.said.replaceChildren(failure(error));
      }
    }
  };
  const show = from => {
    offset = from;
    return list.reload();
  };
  body.append(tools(list), list.said, place);
  place.append(h('p', {class: 'xh-quiet'}, t`正在读取……`));
  show(0);
};
