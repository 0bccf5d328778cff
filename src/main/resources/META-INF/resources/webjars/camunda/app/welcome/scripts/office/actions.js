/* What people can do with an item beyond its form: small forms that say what will happen. */
import {ask, h, sending} from './page.js';
import {openUrge} from './urge.js';
import {t} from './words.js';

const ACTIONS = [
  {
    can: 'withdraw',
    label: t`撤回`,
    help: t`撤回后可以修改再提交；已提交的这一稿仍会保留在记录中。`,
    path: '/item/withdraw',
    fields: []
  },
  {
    can: 'extend',
    label: t`申请延期`,
    help: t`由办公室决定；同意前，原期限不变。`,
    path: '/item/extension',
    fields: ['until', 'reason']
  },
  {
    can: 'move',
    path: '/office/move-item',
    fields: ['planDate', 'reason'],
    things: {
      PAPER: [t`调整期限`, t`按方案日期填写，遇休息日自动顺移；提醒和督办随之调整。`],
      SESSION: [t`改期`, t`只改本单位这一次学习，时间不变；遇休息日自动顺移。学习没有举行的，改期后重新准备。`],
      MATERIAL: [t`整天改期`, t`各单位这一天的学习全部改到新的日期，资料的期限随之调整。`],
      MEETING: [t`改期`, t`须为工作日。已经安排好的会议，时间、地点不变，只改日期。`],
      CONSULTATION: [t`调整期限`, t`只调整本单位的期限，遇休息日自动顺移；提醒和督办随之调整。`],
      SELECTION: [t`调整期限`, t`只调整本单位的期限，遇休息日自动顺移；提醒和督办随之调整。`],
      PROBLEM: [t`调整期限`, t`须为工作日。整改期限、提醒和督办随之调整。`],
      ASSIGNMENT: [t`调整期限`, t`须为工作日。提醒和督办随之调整。`],
      INSPECTION: [t`改期`, t`须为工作日。尚未检查的单位改到新的期限，小结期限随之调整；期限已过的不能改期。`]
    }
  },
  {
    can: 'waive',
    path: '/office/waive',
    fields: ['reason'],
    things: {
      PAPER: [t`免交`, t`免交后不再要求提交，也不再提醒。理由会记录在案。`],
      SESSION: [t`取消本次学习`, t`取消后不再要求准备和登记，不计入应完成数。理由会记录在案。`],
      MATERIAL: [t`免于提供`, t`免于提供后不再提醒，各单位的学习照常进行。理由会记录在案。`],
      MEETING: [t`取消会议`, t`取消后不再要求召开，不计入应完成数。理由会记录在案。`],
      CONSULTATION: [t`免于办理`, t`免于办理后不再征集，也不再提醒。理由会记录在案。`],
      SELECTION: [t`免于办理`, t`免于办理后不再要求提出，也不再提醒。理由会记录在案。`],
      PROBLEM: [t`取消问题`, t`因解决以外的原因移出清单，不再要求整改。取消后可以重新打开；理由会记录在案。`],
      ASSIGNMENT: [t`取消交办`, t`取消后不再要求办理和报告。理由会记录在案。`],
      INSPECTION: [t`取消检查`, t`取消后不再检查；已经登记的发现保留。理由会记录在案。`]
    }
  },
  {
    can: 'adopt',
    label: t`简报采用`,
    help: t`登记哪一期简报采用了它；考核时为所属单位或个人加分，并注明这一条记录。`,
    path: '/office/adopt',
    fields: ['briefing']
  },
  {
    can: 'entrust',
    label: t`改由他人承办`,
    help: t`要求和期限不变，由新的承办人办理并报告结果。`,
    path: '/office/assignment/reassign',
    choices: '/office/assignment/choices',
    fields: ['doer', 'reason']
  },
  {
    act: 'REASSIGN',
    label: t`转交其他单位`,
    help: t`由新的单位重新分析原因、提出措施和责任人；原来的分析、措施和佐证可以查阅。`,
    path: '/office/problem/reassign',
    fields: ['unit', 'reason']
  },
  {
    act: 'NAME_OWNER',
    label: t`更换责任人`,
    help: t`整改措施和期限不变，由本单位另一人继续整改。`,
    path: '/office/problem/owner',
    fields: ['owner', 'reason']
  },
  {
    act: 'NAME_VERIFIER',
    label: t`更换核查人`,
    help: t`须为办公室成员，不能是整改责任人。`,
    path: '/office/problem/verifier',
    fields: ['verifier', 'reason']
  },
  {
    act: 'MERGE',
    label: t`并入其他问题`,
    help: t`本问题不再单独整改，随所并入的问题一并解决；来源和经过保留。`,
    path: '/office/problem/merge',
    fields: ['into', 'reason']
  },
  {
    act: 'SPLIT',
    label: t`拆分`,
    help: t`拆分后的每个问题另行编号、分别研判；本问题移出清单，来源和经过保留。`,
    path: '/office/problem/split',
    fields: ['parts', 'reason']
  },
  {
    act: 'REOPEN',
    label: t`重新打开`,
    help: t`重新整改。已销号的，原销号作废，编号不再使用；经过保留。`,
    path: '/office/problem/reopen',
    fields: ['reason']
  }
];

/* Of a problem the server names what can be done, of all other things it says yes or no. */
const isAllowed = (action, item) =>
  action.act ? Boolean(item.problem?.acts.includes(action.act)) : item.can[action.can];

/* The words for the thing at hand. */
const worded = (action, item) => {
  const [label, help] = action.things?.[item.thing] ?? [action.label, action.help];
  return {...action, label, help, item, body: {key: item.key}};
};

const date = (label, name) => value =>
  ({label, input: h('input', {type: 'date', required: true, name, value, class: 'form-control'})});

/* The server says who or what can be chosen now. */
const choice = label => (value, {act, item, choices: path = '/office/problem/choices'}) => {
  const input = h('select', {name: 'choice', required: true, disabled: true, class: 'form-control'},
    h('option', {value: ''}, t`正在读取……`));
  const load = async () => {
    try {
      const choices = await ask(`${path}?${new URLSearchParams({key: item.key, ...(act && {act})})}`);
      input.replaceChildren(
        h('option', {value: ''}, choices.length ? t`请选择` : t`没有可选的`),
        ...choices.map(one => h('option', {value: one.value}, one.label)));
      input.disabled = !choices.length;
    } catch (error) {
      input.replaceChildren(h('option', {value: ''}, error.message));
    }
  };
  load();
  return {label, input};
};

const FIELDS = {
  unit: choice(t`新的责任单位`),
  owner: choice(t`新的责任人`),
  doer: choice(t`新的承办人`),
  verifier: choice(t`新的核查人`),
  into: choice(t`并入`),
  parts: () => ({label: t`拆分为`, input: h('textarea', {required: true, name: 'parts', rows: 4, maxlength: 8000, placeholder: t`每行写一个问题，至少两行`, class: 'form-control'})}),
  briefing: () => ({label: t`哪一期简报`, input: h('input', {type: 'text', required: true, name: 'briefing', maxlength: 200, placeholder: t`如：第 3 期`, class: 'form-control'})}),
  until: date(t`延期到`, 'until'),
  planDate: date(t`新的日期`, 'planDate'),
  starts: date(t`开始日期`, 'starts'),
  ends: date(t`结束日期`, 'ends'),
  reason: () => ({label: t`理由`, input: h('textarea', {required: true, name: 'reason', rows: 3, maxlength: 2000, class: 'form-control'})})
};

/**
 * The form of an action.
 *
 * @param action label, help, path, fields and what is sent along (body), values to begin with
 * @param close called where the person changes their mind
 * @param done called after it was done
 */
export const moving = (action, close, done) => {
  const fields = action.fields.map(name => FIELDS[name](action.values?.[name], action));
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, t`确认${action.label}`);
  const message = h('div');
  const element = h('form', {class: 'xh-form'},
    h('p', {class: 'xh-quiet'}, action.help),
    fields.map(({label, input}) => h('label', {}, h('span', {}, label), input)),
    message,
    h('div', {class: 'xh-buttons'},
      submit,
      h('button', {type: 'button', class: 'btn btn-default', onclick: close}, t`返回`)));
  sending(element, submit, message, async () => {
    const values = Object.fromEntries(fields.map(({input}) => [input.name, input.value]));
    await ask(action.path, {method: 'POST', body: {...action.body, ...values}});
    done();
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
  ACTIONS.filter(action => isAllowed(action, item)).map(action => worded(action, item)).map(action =>
    h('button', {
      type: 'button',
      class: 'btn btn-default btn-sm',
      onclick: () => {
        place.replaceChildren(moving(action, () => place.replaceChildren(), () => done(action.label)));
        place.querySelector('input, select:enabled, textarea, button').focus();
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
  if (item.can.urge) {
    buttons.push(h('button', {
      type: 'button',
      class: 'btn btn-default btn-sm',
      onclick: () => openUrge([item.key], done)
    }, t`催办`));
  }
  return buttons.length
    ? h('div', {class: 'xh-actions'}, h('div', {class: 'xh-buttons'}, buttons), place)
    : null;
};
