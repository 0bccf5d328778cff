/* Finished items of one's own and open ones of one's unit: by word, kind and date, page by page. */
import {itemPage} from './item.js';
import {ask, badge, dialog, failure, fill, h, light} from './page.js';
import {t} from './words.js';

const SIZE = 20;

const KINDS = {
  '': t`全部类别`,
  submission: t`材料`,
  study: t`集中学习`,
  consultation: t`征求意见`,
  meeting: t`会议`,
  benchmark: t`对表对标`,
  rectification: t`问题整改`,
  supervision: t`督导检查、交办事项`,
  appraisal: t`考核`
};

const detail = key => {
  const {body} = dialog(t`事项详情`);
  const show = () => fill(body, async () => itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show));
  show();
};

const line = item =>
  h('tr', {},
    h('td', {}, item.title),
    h('td', {}, badge(item), light(item), item.late && h('span', {class: 'xh-badge xh-late'}, t`逾期`)),
    h('td', {class: 'xh-date'}, item.done ? item.doneAt ?? '' : item.due),
    h('td', {}, h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => detail(item.key)}, t`查看`)));

const turner = ({page, size, total}, turn) => {
  const pages = Math.max(1, Math.ceil(total / size));
  const button = (label, to, allowed) =>
    h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: !allowed, onclick: () => turn(to)}, label);
  return h('div', {class: 'xh-turner'},
    h('span', {class: 'xh-quiet'}, t`共 ${total} 项`),
    pages > 1 && button(t`上一页`, page - 1, page > 0),
    pages > 1 && h('span', {}, t`第 ${page + 1} / ${pages} 页`),
    pages > 1 && button(t`下一页`, page + 1, page + 1 < pages));
};

const list = (found, view, turn) => h('div', {},
  found.items.length
    ? h('table', {class: 'table xh-mine'},
      h('thead', {}, h('tr', {}, [t`事项`, t`状态`, view.date, ''].map(title => h('th', {}, title)))),
      h('tbody', {}, found.items.map(line)))
    : h('p', {class: 'xh-quiet'}, t`没有符合条件的事项。`),
  turner(found, turn));

const labelled = (label, input) => h('label', {}, h('span', {}, label), input);

const VIEWS = {
  done: {title: t`已办事项`, path: '/items/done', date: t`办结时间`, days: t`办结日期`, takes: () => true},
  unit: {title: t`本单位事项`, path: '/items/unit', date: t`期限`, days: t`到期日期`, takes: desk => desk.units.length > 0}
};

const open = async view => {
  const {body} = dialog(view.title);
  const word = h('input', {type: 'search', name: 'word', maxlength: 100, placeholder: t`标题中的字词`, class: 'form-control'});
  const room = h('select', {name: 'room', class: 'form-control'},
    Object.entries(KINDS).map(([value, label]) => h('option', {value}, label)));
  const from = h('input', {type: 'date', name: 'from', class: 'form-control', 'aria-label': t`${view.days}，起`});
  const until = h('input', {type: 'date', name: 'until', class: 'form-control', 'aria-label': t`${view.days}，止`});
  const campaign = h('select', {name: 'campaign', class: 'form-control'});
  const result = h('div', {class: 'xh-found', 'aria-live': 'polite'});
  const show = async page => {
    try {
      const wanted = new URLSearchParams({campaign: campaign.value, word: word.value, room: room.value, page, size: SIZE});
      [from, until].filter(({value}) => value).forEach(({name, value}) => wanted.set(name, value));
      result.replaceChildren(list(await ask(`${view.path}?${wanted}`), view, show));
    } catch (error) {
      result.replaceChildren(failure(error));
    }
  };
  const form = h('form', {class: 'xh-search', onsubmit: event => {
    event.preventDefault();
    show(0);
  }},
  labelled(t`活动`, campaign),
  labelled(t`关键词`, word),
  labelled(t`类别`, room),
  labelled(view.days, h('span', {class: 'xh-span'}, from, t`至`, until)),
  h('button', {type: 'submit', class: 'btn btn-primary'}, t`查询`));
  body.append(form, result);
  try {
    const desks = (await ask('/desk')).filter(view.takes);
    campaign.append(...desks.map(desk => h('option', {value: desk.campaign}, desk.title)));
    campaign.closest('label').hidden = desks.length < 2;
    if (desks.length) {
      await show(0);
    } else {
      result.replaceChildren(h('p', {class: 'xh-quiet'}, t`您没有参加任何活动。`));
    }
  } catch (error) {
    result.replaceChildren(failure(error));
  }
};

/** Opens the search among what the person has finished. */
export const openDone = () => open(VIEWS.done);

/** Opens the search among what the person's unit still owes. */
export const openUnit = () => open(VIEWS.unit);
