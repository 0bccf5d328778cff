/* One item: what the plan asks, how it stands, what was handed in, what happened. */
import {actions} from './actions.js';
import {noticesOf} from './mailroom.js';
import {badge, day, fill, h, light} from './page.js';
import {problemFacts, problemPage} from './problem.js';
import {remarksOf} from './remarks.js';
import {slipAnswer} from './slips.js';
import {urgesOf} from './urge.js';
import {t} from './words.js';

const fact = (label, ...value) => [h('dt', {}, label), h('dd', {}, ...value)];

const date = item =>
  item.dayOff
    ? t`${day(item.effectiveDate)}（方案日期 ${day(item.planDate)} 逢${item.dayOff}，按此日执行）`
    : item.planDate === item.effectiveDate
      ? day(item.planDate)
      : t`${day(item.effectiveDate)}（方案日期 ${day(item.planDate)}）`;

const next = item =>
  item.next.length
    ? item.next.map(({task, people}) =>
      h('div', {}, t`${task.split('：')[0]}：${people.length ? people.join(t`、`) : t`（暂无人员）`}`))
    : t`无`;

const table = (version, columns) =>
  h('div', {class: 'xh-scroll'}, h('table', {class: 'table table-condensed'},
    h('thead', {}, h('tr', {}, Object.values(columns).map(title => h('th', {}, title)))),
    h('tbody', {}, version.rows.map(row =>
      h('tr', {}, Object.keys(columns).map(column => h('td', {}, row[column] ?? '')))))));

/* A version without a review waits for it, or was taken back. */
const outcome = (one, item, newest) =>
  one.outcome ?? (newest && item.stateCode === 'SUBMITTED' ? t`待审核` : t`已撤回`);

const version = (one, item, newest) =>
  h('details', {class: 'xh-version', open: newest},
    h('summary', {},
      h('strong', {}, t`第 ${one.number} 稿`),
      t` ${one.submittedBy} 提交于 ${one.submittedAt}`,
      ` · ${outcome(one, item, newest)}`),
    one.outcome && h('p', {class: 'xh-comment'},
      t`${one.reviewedBy}（${one.reviewedAt}）：${one.comment || one.outcome}`),
    one.rows.length ? table(one, item.columns) : null,
    one.text && h('div', {class: 'xh-text', tabindex: '0'}, one.text));

/** All versions of a paper, the newest one open. */
export const papers = item => item.versions.map((one, index) => version(one, item, index === 0));

const events = item =>
  h('table', {class: 'table table-condensed xh-events'},
    h('tbody', {}, item.events.map(({at, who, what, why}) =>
      h('tr', {}, h('td', {}, at), h('td', {}, who || t`系统`), h('td', {}, what), h('td', {}, why ?? '')))));

/* Who was told what is read when somebody asks for it. */
const notices = item => {
  const said = h('div', {});
  const open = event => event.target.open && fill(said, () => noticesOf(item.key));
  return h('section', {}, h('details', {ontoggle: open}, h('summary', {}, h('strong', {}, t`通知记录`)), said));
};
const slips = item =>
  h('table', {class: 'table table-condensed xh-events'},
    h('tbody', {}, item.slips.map(slip =>
      h('tr', {}, h('td', {}, slip.number), h('td', {}, light(slip)), h('td', {}, slip.issued),
        h('td', {}, slip.receiver), h('td', {}, slip.state), h('td', {}, slip.answer && slipAnswer(slip.answer))))));

const urges = (item, changed) =>
  h('section', {class: 'xh-urges'}, h('h5', {}, t`催办`), urgesOf(item, changed));

/**
 * An item in full.
 *
 * @param changed called after something was done with it
 */
export const itemPage = (item, changed) => {
  const asked = item.urges.some(({mine}) => mine);
  return h('article', {class: 'xh-item'},
    h('header', {}, h('h4', {}, item.title), badge(item),
      light(item), item.late && h('span', {class: 'xh-badge xh-late'}, t`逾期`)),
    actions(item, changed),
    asked && urges(item, changed),
    h('dl', {},
      item.problem && problemFacts(item.problem, fact),
      item.asks && fact(t`方案要求`, h('div', {class: 'xh-asks'}, item.asks)),
      item.texts.flatMap(({label, text}) => fact(label, h('div', {class: 'xh-asks'}, text))),
      // Until an owner is named the day is that of the next step.
      (!item.problem || item.problem.owner) && fact(item.problem ? t`整改期限` : t`执行日期`, date(item)),
      fact(t`办理期限`, item.due),
      fact(t`当前环节`, next(item)),
      item.extension && fact(t`延期申请`, t`${item.extension.askedBy} 申请延期到 ${day(item.extension.until)}：${item.extension.reason}`),
      item.acted && fact(t`首次提交`, item.acted),
      item.done && fact(t`办结时间`, item.done)),
    item.problem && problemPage(item.problem),
    item.remarks.length > 0 && remarksOf(item, changed),
    item.versions.length > 0 && h('section', {}, h('h5', {}, t`历次提交与审核意见`), papers(item)),
    item.slips.length > 0 && h('section', {}, h('h5', {}, t`督办单`), slips(item)),
    !asked && item.urges.length > 0 && urges(item, changed),
    item.events.length > 0 && h('section', {}, h('h5', {}, t`办理经过`), events(item)),
    item.can.notices && notices(item));
};
