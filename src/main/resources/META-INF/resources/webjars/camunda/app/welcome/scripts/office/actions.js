/* What people can do with an item beyond its form: small forms that say what will happen. */
import {ask, failure, h} from './page.js';

const ACTIONS = [
  {
    can: 'withdraw',
    label: '撤回',
    help: '撤回后可以修改再提交；已提交的这一稿仍会保留在记录中。',
    path: '/item/withdraw',
    fields: []
  },
  {
    can: 'extend',
    label: '申请延期',
    help: '由办公室决定；同意前，原期限不变。',
    path: '/item/extension',
    fields: ['until', 'reason']
  },
  {
    can: 'move',
    path: '/office/move-item',
    fields: ['planDate', 'reason'],
    things: {
      PAPER: ['调整期限', '按方案日期填写，遇休息日自动顺移；提醒和督办随之调整。'],
      SESSION: ['改期', '只改本单位这一次学习，时间不变；遇休息日自动顺移。学习没有举行的，改期后重新准备。'],
      MATERIAL: ['整天改期', '各单位这一天的学习全部改到新的日期，资料的期限随之调整。'],
      MEETING: ['改期', '须为工作日。已经安排好的会议，时间、地点不变，只改日期。'],
      CONSULTATION: ['调整期限', '只调整本单位的期限，遇休息日自动顺移；提醒和督办随之调整。'],
      SELECTION: ['调整期限', '只调整本单位的期限，遇休息日自动顺移；提醒和督办随之调整。']
    }
  },
  {
    can: 'waive',
    path: '/office/waive',
    fields: ['reason'],
    things: {
      PAPER: ['免交', '免交后不再要求提交，也不再提醒。理由会记录在案。'],
      SESSION: ['取消本次学习', '取消后不再要求准备和登记，不计入应完成数。理由会记录在案。'],
      MATERIAL: ['免于提供', '免于提供后不再提醒，各单位的学习照常进行。理由会记录在案。'],
      MEETING: ['取消会议', '取消后不再要求召开，不计入应完成数。理由会记录在案。'],
      CONSULTATION: ['免于办理', '免于办理后不再征集，也不再提醒。理由会记录在案。'],
      SELECTION: ['免于办理', '免于办理后不再要求提出，也不再提醒。理由会记录在案。']
    }
  }
];

/* The words for the thing at hand. */
const worded = (action, item) => {
  const [label, help] = action.things?.[item.thing] ?? [action.label, action.help];
  return {...action, label, help, body: {key: item.key}};
};

const date = (label, name) => value =>
  ({label, input: h('input', {type: 'date', required: true, name, value, class: 'form-control'})});

const FIELDS = {
  until: date('延期到', 'until'),
  planDate: date('新的日期', 'planDate'),
  starts: date('开始日期', 'starts'),
  ends: date('结束日期', 'ends'),
  reason: () => ({label: '理由', input: h('textarea', {required: true, name: 'reason', rows: 3, maxlength: 2000, class: 'form-control'})})
};

/**
 * The form of an action.
 *
 * @param action label, help, path, fields and what is sent along (body), values to begin with
 * @param close called where the person changes their mind
 * @param done called after it was done
 */
export const moving = (action, close, done) => {
  const fields = action.fields.map(name => FIELDS[name](action.values?.[name]));
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, `确认${action.label}`);
  const message = h('div');
  const element = h('form', {class: 'xh-form'},
    h('p', {class: 'xh-quiet'}, action.help),
    fields.map(({label, input}) => h('label', {}, h('span', {}, label), input)),
    message,
    h('div', {class: 'xh-buttons'},
      submit,
      h('button', {type: 'button', class: 'btn btn-default', onclick: close}, '返回')));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    if (submit.disabled) {
      return;
    }
    submit.disabled = true;
    message.replaceChildren();
    try {
      const values = Object.fromEntries(fields.map(({input}) => [input.name, input.value]));
      await ask(action.path, {method: 'POST', body: {...action.body, ...values}});
      done();
    } catch (error) {
      message.replaceChildren(failure(error));
      submit.disabled = false;
    }
  });
  return element;
};

/**
 * A button each for what may be done with an item now.
 *
 * @param place where its form opens
 * @param done called after something was done, with the words for it
 */
export const actionButtons = (item, place, done) =>
  ACTIONS.filter(({can}) => item.can[can]).map(action => worded(action, item)).map(action =>
    h('button', {
      type: 'button',
      class: 'btn btn-default btn-sm',
      onclick: () => {
        place.replaceChildren(moving(action, () => place.replaceChildren(), () => done(action.label)));
        place.querySelector('input, textarea, button').focus();
      }
    }, action.label));

/**
 * Buttons for what may be done with an item now, and below them their forms.
 *
 * @param done called after something was done
 */
export const actions = (item, done) => {
  const place = h('div');
  const buttons = actionButtons(item, place, () => done());
  return buttons.length
    ? h('div', {class: 'xh-actions'}, h('div', {class: 'xh-buttons'}, buttons), place)
    : null;
};
