/* The dates of a campaign, for the office: phases, works and kinds, each with what can be moved. */
import {moving} from './actions.js';
import {itemsPage} from './mine.js';
import {ask, day, dialog, fill, h} from './page.js';
import {openRoster} from './roster.js';
import {openUrgeMissing} from './urge.js';
import {t} from './words.js';

/* The days of the plan; where one is a day off, when it really is, and why. */
const days = ({starts, ends, startsEffective, endsEffective, startsDayOff, endsDayOff}) => {
  const why = [startsDayOff && `${day(starts)} ${startsDayOff}`, endsDayOff && `${day(ends)} ${endsDayOff}`]
    .filter(Boolean).join(t`、`);
  return t`${day(starts)} 至 ${day(ends)}` + (why && t`（执行：${day(startsEffective)} 至 ${day(endsEffective)}；${why}）`);
};

/* A button that opens its form in the row below. */
const row = (cells, action, done) => {
  const place = h('td', {colspan: cells.length + 1});
  const below = h('tr', {hidden: true}, place);
  const close = () => {
    place.replaceChildren();
    below.hidden = true;
  };
  const open = () => {
    below.hidden = false;
    place.replaceChildren(moving(action, close, done));
    place.querySelector('input, textarea').focus();
  };
  return [
    h('tr', {}, cells.map(cell => h('td', {}, cell)), h('td', {}, action &&
      h('button', {type: 'button', class: 'btn btn-default btn-xs', onclick: open}, action.label))),
    below
  ];
};

const moveSpan = (campaign, phase, work, {starts, ends}) => ({
  label: t`调整日期`,
  help: t`按方案日期填写，逢休息日改到前一个工作日（方案规定顺延的，改到后一个工作日）。其中各项的期限不变；勾选“一并顺延”的，尚未提交的随结束日期顺延同样天数，顺延后仍已过去的不变。集中学习（连同专题）和会议的日期不随之变动，需要时另行调整。`,
  path: '/office/move-phase',
  fields: ['starts', 'ends', 'along', 'reason'],
  values: {starts, ends},
  body: {campaign, phase, work}
});

const moveKind = (campaign, kind) => ({
  label: t`整类调整期限`,
  help: t`尚未提交的全部改到新的期限；提醒和督办随之调整。已提交、已办结的不变。`,
  path: '/office/move-kind',
  fields: ['planDate', 'reason'],
  values: {planDate: kind.last},
  body: {campaign, kind: kind.id}
});

const moveDay = (campaign, kind) => ({
  label: t`整天改期`,
  help: t`各单位这一天的学习全部改到新的日期，时间不变；已经举行的不变。`,
  path: '/office/move-day',
  fields: ['day', 'planDate', 'reason'],
  body: {campaign, kind: kind.id}
});

const openKind = (campaign, kind, changed) => {
  const {box, body} = dialog(kind.title, changed);
  const items = h('div');
  const show = () => {
    items.replaceChildren();
    itemsPage(items, box,
      () => ask(`/office/items?campaign=${encodeURIComponent(campaign)}&kind=${encodeURIComponent(kind.id)}`), new Set());
  };
  body.append(
    h('div', {class: 'xh-buttons xh-urging'}, h('button', {
      type: 'button',
      class: 'btn btn-default btn-sm',
      onclick: () => openUrgeMissing({campaign, kind: kind.id, title: kind.title}, show)
    }, t`催办全部未办`)),
    items);
  show();
};

const range = ({first, last}) => first === last ? day(first) : t`${day(first)} 至 ${day(last)}`;

const kindRow = (campaign, kind, done) => row(
  [
    h('button', {type: 'button', class: 'btn btn-link btn-sm xh-name', onclick: () => openKind(campaign, kind, done)}, kind.title),
    range(kind) + (kind.outside ? t`（有未办结的在所属阶段、工作的日期之外）` : ''),
    t`共 ${kind.items}，办理中 ${kind.open}，已办结 ${kind.done}`
  ],
  kind.movable ? moveKind(campaign, kind) : kind.byDay && moveDay(campaign, kind), done);

const table = (titles, rows) => rows.length > 0 && h('table', {class: 'table table-condensed xh-schedule'},
  h('thead', {}, h('tr', {}, titles.map(title => h('th', {}, title)))),
  h('tbody', {}, rows));

const phasePage = (campaign, phase, done) => h('section', {},
  table([phase.title, t`方案日期`, t`状态`, t`操作`], [
    ...row([t`本阶段`, days(phase.dates), phase.state], phase.movable && moveSpan(campaign, phase.id, null, phase.dates), done),
    ...phase.works.flatMap(work =>
      row([work.title, days(work.dates), ''], phase.movable && moveSpan(campaign, phase.id, work.id, work.dates), done)),
    ...phase.kinds.flatMap(kind => kindRow(campaign, kind, done))
  ]));

/** Fills a node with the schedule of every campaign of whose office the person is. */
export const schedulePage = node => {
  const show = () => fill(node, async () => h('div', {}, (await ask('/office/schedule')).map(({campaign, title, phases}) =>
    h('article', {}, h('h4', {}, title),
      h('div', {class: 'xh-buttons'},
        h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => openRoster(campaign, show)}, t`导入花名册`)),
      phases.map(phase => phasePage(campaign, phase, show))))));
  return show();
};

/** Opens the schedule. */
export const openSchedule = () => schedulePage(dialog(t`活动安排`).body);
