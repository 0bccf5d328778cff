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
    label: '调整期限',
    help: '按方案日期填写，遇休息日自动顺移；提醒和督办随之调整。',
    path: '/office/move-item',
    fields: ['planDate', 'reason']
  },
  {
    can: 'waive',
    label: '免交',
    help: '免交后不再要求提交，也不再提醒。理由会记录在案。',
    path: '/office/waive',
    fields: ['reason']
  }
];

const FIELDS = {
  until: () => ({label: '延期到', input: h('input', {type: 'date', required: true, name: 'until', class: 'form-control'})}),
  planDate: () => ({label: '新的期限', input: h('input', {type: 'date', required: true, name: 'planDate', class: 'form-control'})}),
  reason: () => ({label: '理由', input: h('textarea', {required: true, name: 'reason', rows: 3, maxlength: 2000, class: 'form-control'})})
};

const form = (action, item, place, done) => {
  const fields = action.fields.map(name => FIELDS[name]());
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, `确认${action.label}`);
  const message = h('div');
  const element = h('form', {class: 'xh-form'},
    h('p', {class: 'xh-quiet'}, action.help),
    fields.map(({label, input}) => h('label', {}, h('span', {}, label), input)),
    message,
    h('div', {class: 'xh-buttons'},
      submit,
      h('button', {type: 'button', class: 'btn btn-default', onclick: () => place.replaceChildren()}, '取消')));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    if (submit.disabled) {
      return;
    }
    submit.disabled = true;
    message.replaceChildren();
    try {
      const values = Object.fromEntries(fields.map(({input}) => [input.name, input.value]));
      await ask(action.path, {method: 'POST', body: {key: item.key, ...values}});
      done();
    } catch (error) {
      message.replaceChildren(failure(error));
      submit.disabled = false;
    }
  });
  return element;
};

/**
 * Buttons for what may be done with an item now.
 *
 * @param done called after something was done
 */
export const actions = (item, done) => {
  const allowed = ACTIONS.filter(({can}) => item.can[can]);
  if (!allowed.length) {
    return null;
  }
  const place = h('div');
  return h('div', {class: 'xh-actions'},
    h('div', {class: 'xh-buttons'}, allowed.map(action =>
      h('button', {
        type: 'button',
        class: 'btn btn-default btn-sm',
        onclick: () => {
          place.replaceChildren(form(action, item, place, done));
          place.querySelector('input, textarea, button').focus();
        }
      }, action.label))),
    place);
};
