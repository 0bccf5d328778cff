/* Finished items of one's own and open ones of one's unit: by word, kind and date, page by page. */
import {itemPage} from './item.js';
import {ask, badge, dialog, failure, fill, h, light} from './page.js';

const SIZE = 20;

const KINDS = {
  '': '全部类别',
  submission: '材料',
  study: '集中学习',
  consultation: '征求意见',
  meeting: '会议',
  benchmark: '对表对标',
  rectification: '问题整改',
  supervision: '督导检查、交办事项',
  appraisal: '考核'
};

const detail = key => {
  const {body} = dialog('事项详情');
  const show = () => fill(body, async () => itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show));
  show();
};

const line = item =>
  h('tr', {},
    h('td', {}, item.title),
    h('td', {}, badge(item), light(item), item.late && h('span', {class: 'xh-badge xh-late'}, '逾期')),
    h('td', {class: 'xh-date'}, item.done ? item.doneAt ?? '' : item.due),
    h('td', {}, h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => detail(item.key)}, '查看')));

const turner = ({page, size, total}, turn) => {
  const pages = Math.max(1, Math.ceil(total / size));
  const button = (label, to, allowed) =>
    h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: !allowed, onclick: () => turn(to)}, label);
  return h('div', {class: 'xh-turner'},
    h('span', {class: 'xh-quiet'}, `共 ${total} 项`),
    pages > 1 && button('上一页', page - 1, page > 0),
    pages > 1 && h('span', {}, `第 ${page + 1} / ${pages} 页`),
    pages > 1 && button('下一页', page + 1, page + 1 < pages));
};

const list = (found, view, turn) => h('div', {},
  found.items.length
    ? h('table', {class: 'table xh-mine'},
      h('thead', {}, h('tr', {}, ['事项', '状态', view.date, ''].map(title => h('th', {}, title)))),
      h('tbody', {}, found.items.map(line)))
    : h('p', {class: 'xh-quiet'}, '没有符合条件的事项。'),
  turner(found, turn));

const labelled = (label, input) => h('label', {}, h('span', {}, label), input);

const VIEWS = {
  done: {title: '已办事项', path: '/items/done', date: '办结时间', days: '办结日期', takes: () => true},
  unit: {title: '本单位事项', path: '/items/unit', date: '期限', days: '到期日期', takes: desk => desk.units.length > 0}
};

const open = async view => {
  const {body} = dialog(view.title);
  const word = h('input', {type: 'search', name: 'word', maxlength: 100, placeholder: '标题中的字词', class: 'form-control'});
  const room = h('select', {name: 'room', class: 'form-control'},
    Object.entries(KINDS).map(([value, label]) => h('option', {value}, label)));
  const from = h('input', {type: 'date', name: 'from', class: 'form-control', 'aria-label': `${view.days}，起`});
  const until = h('input', {type: 'date', name: 'until', class: 'form-control', 'aria-label': `${view.days}，止`});
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
  labelled('活动', campaign),
  labelled('关键词', word),
  labelled('类别', room),
  labelled(view.days, h('span', {class: 'xh-span'}, from, '至', until)),
  h('button', {type: 'submit', class: 'btn btn-primary'}, '查询'));
  body.append(form, result);
  try {
    const desks = (await ask('/desk')).filter(view.takes);
    campaign.append(...desks.map(desk => h('option', {value: desk.campaign}, desk.title)));
    campaign.closest('label').hidden = desks.length < 2;
    if (desks.length) {
      await show(0);
    } else {
      result.replaceChildren(h('p', {class: 'xh-quiet'}, '您没有参加任何活动。'));
    }
  } catch (error) {
    result.replaceChildren(failure(error));
  }
};

/** Opens the search among what the person has finished. */
export const openDone = () => open(VIEWS.done);

/** Opens the search among what the person's unit still owes. */
export const openUnit = () => open(VIEWS.unit);
