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
    can: 'reopen',
    label: t`修改准备情况`,
    help: t`重新打开“准备学习”：原来填写的地点、主持人、发言人都在，改好保存后，日历邀请随之更新。`,
    path: '/item/reopen',
    fields: []
  },
  {
    can: 'visit',
    label: t`登记实地调研`,
    help: t`提出标杆以后去的，在这里补记；再次登记的，以最后一次为准。`,
    path: '/item/visit',
    fields: ['visited', 'place', 'visitors', 'learned']
  },
  {
    can: 'rearrange',
    label: t`改变安排`,
    help: t`只填要改的，其余不变；与会人员的日历邀请随之更新。日期须为工作日。`,
    path: '/office/rearrange',
    fields: ['newDay', 'from', 'to', 'newPlace', 'host', 'reason']
  },
  {
    can: 'move',
    path: '/office/move-item',
    fields: ['planDate', 'reason'],
    things: {
      PAPER: [t`调整期限`, t`按方案日期填写，逢休息日改到前一个工作日（方案规定顺延的，改到后一个工作日）；提醒和督办随之调整。`],
      SESSION: [t`改期`, t`只改本单位这一次学习，时间不变；逢休息日改到前一个工作日（方案规定顺延的，改到后一个工作日）。学习没有举行的，改期后重新准备。`],
      MATERIAL: [t`整天改期`, t`各单位这一天的学习全部改到新的日期，资料的期限随之调整。`],
      MEETING: [t`改期`, t`须为工作日。已经安排好的会议，时间、地点不变，只改日期。`],
      CONSULTATION: [t`调整期限`, t`只调整本单位的期限，逢休息日改到前一个工作日（方案规定顺延的，改到后一个工作日）；提醒和督办随之调整。`],
      SELECTION: [t`调整期限`, t`只调整本单位的期限，逢休息日改到前一个工作日（方案规定顺延的，改到后一个工作日）；提醒和督办随之调整。`],
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
    can: 'find',
    label: t`列为问题`,
    help: t`自查中发现的问题列入问题清单，由办公室研判后整改；问题与本报告相互关联。`,
    path: '/item/finding',
    fields: ['source', 'text']
  },
  {
    can: 'withdrawAdoption',
    label: t`撤销简报采用`,
    help: t`登记有误时使用：不再为它加分，需要时可以重新登记。理由会记录在案。`,
    path: '/office/withdraw-adoption',
    fields: ['adopted', 'reason']
  },
  {
    can: 'entrust',
    label: t`改由他人承办`,
    help: t`要求和期限不变，由新的承办人办理并报告结果。`,
    path: '/office/assignment/reassign',
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
    act: 'RATE',
    label: t`调整类别、轻重缓急`,
    help: t`研判时定得不准的，可以改；原来怎么定的，留在记录里。`,
    path: '/office/problem/rate',
    fields: ['kind', 'weight', 'urgency', 'reason']
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

const line = (label, name, required) => () =>
  ({label, input: h('input', {type: 'text', required, name, maxlength: 500, class: 'form-control'})});

const optional = (label, name, type) => () =>
  ({label, input: h('input', {type, name, class: 'form-control'})});

const date = (label, name) => value =>
  ({label, input: h('input', {type: 'date', required: true, name, value, class: 'form-control'})});

/* The server says who or what can be chosen now. */
const choice = (label, name, address) => (value, {act, item}) => {
  const input = h('select', {name, required: true, disabled: true, class: 'form-control'},
    h('option', {value: ''}, t`正在读取……`));
  const load = async () => {
    try {
      const choices = await ask(address(encodeURIComponent(item.key), act));
      input.replaceChildren(
        h('option', {value: ''}, choices.length ? t`请选择` : t`没有可选的`),
        ...choices.map(one => {
          const value = one.value ?? one;
          return h('option', {value, selected: value === item.problem?.kind}, one.label ?? one);
        }));
      input.disabled = !choices.length;
    } catch (error) {
      input.replaceChildren(h('option', {value: ''}, error.message));
    }
  };
  load();
  return {label, input};
};

/* What is chosen from 1 to 3; chosen already is how it is now. */
const grade = (label, name, words) => (value, {item}) => ({
  label,
  input: h('select', {name, class: 'form-control'}, words.map((word, index) =>
    h('option', {value: index + 1, selected: word === item.problem[name]}, word)))
});

const CHECKS = [
  ['SELF_CHECK', t`自查发现`],
  ['CHECK_SUPERIORS', t`对照上级要求查`],
  ['CHECK_ADVANCED', t`对比先进地区查`],
  ['CHECK_SERVED', t`对接服务对象查`]
];

const ofProblem = label => choice(label, 'choice', (key, act) => `/office/problem/choices?key=${key}&act=${act}`);

const FIELDS = {
  kind: ofProblem(t`类别`),
  weight: grade(t`轻重`, 'weight', [t`一般`, t`较重`, t`严重`]),
  urgency: grade(t`缓急`, 'urgency', [t`不急`, t`较急`, t`紧迫`]),
  unit: ofProblem(t`新的责任单位`),
  owner: ofProblem(t`新的责任人`),
  doer: choice(t`新的承办人`, 'choice', key => `/office/assignment/choices?key=${key}`),
  verifier: ofProblem(t`新的核查人`),
  into: ofProblem(t`并入`),
  adopted: choice(t`哪一期简报`, 'briefing', key => `/office/adoptions?key=${key}`),
  parts: () => ({label: t`拆分为`, input: h('textarea', {required: true, name: 'parts', rows: 4, maxlength: 8000, placeholder: t`每行写一个问题，至少两行`, class: 'form-control'})}),
  source: () => ({label: t`来源`, input: h('select', {name: 'source', class: 'form-control'}, CHECKS.map(([value, label]) => h('option', {value}, label)))}),
  text: () => ({label: t`问题`, input: h('textarea', {required: true, name: 'text', rows: 4, maxlength: 8000, class: 'form-control'})}),
  briefing: () => ({label: t`哪一期简报`, input: h('input', {type: 'text', required: true, name: 'briefing', maxlength: 200, placeholder: t`如：第 3 期`, class: 'form-control'})}),
  visited: date(t`调研日期`, 'day'),
  place: line(t`调研地点`, 'place', true),
  visitors: line(t`调研人员`, 'visitors', true),
  learned: () => ({label: t`主要收获`, input: h('textarea', {required: true, name: 'learned', rows: 3, maxlength: 2000, class: 'form-control'})}),
  newDay: optional(t`新的日期`, 'planDate', 'date'),
  from: optional(t`开始时间`, 'from', 'time'),
  to: optional(t`结束时间`, 'to', 'time'),
  newPlace: line(t`新的地点`, 'place', false),
  host: line(t`新的主持人`, 'host', false),
  until: date(t`延期到`, 'until'),
  planDate: date(t`新的日期`, 'planDate'),
  day: date(t`原定日期`, 'day'),
  starts: date(t`开始日期`, 'starts'),
  ends: date(t`结束日期`, 'ends'),
  along: () => ({label: t`一并顺延其中的期限`, input: h('input', {type: 'checkbox', name: 'along'})}),
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
    const values = Object.fromEntries(fields.map(({input}) =>
      [input.name, input.type === 'checkbox' ? input.checked : input.value]));
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
