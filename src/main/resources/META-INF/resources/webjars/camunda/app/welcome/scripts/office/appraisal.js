/* The appraisal: one's own points with their records, those of one's people, the lists that came out of it. */
import {itemPage} from './item.js';
import {address, ask, dialog, failure, fill, h} from './page.js';
import {t} from './words.js';

const STATES = {
  COMPUTING: t`正在计分`,
  REVIEWING: t`已计分，由办公室复核`,
  HEARING: t`正在听取意见，由领导小组审定`,
  DECIDED: t`已审定，正在公布`,
  PUBLISHED: t`已公布`
};

const LEVELS = {DIVISION: t`局机关科室`, AFFILIATED_UNIT: t`局属单位`, PERSON: t`个人`};

const VERDICTS = {COMMEND: t`表扬`, CRITICISE: t`通报批评`, NONE: t`不作表扬或批评`};

const query = wanted => new URLSearchParams(wanted);

const table = (titles, rows) => h('div', {class: 'xh-scroll', tabindex: '0', role: 'region', 'aria-label': titles[0]},
  h('table', {class: 'table table-condensed xh-points'},
    h('thead', {}, h('tr', {}, titles.map(title => h('th', {scope: 'col'}, title)))),
    h('tbody', {}, rows)));

const link = (label, onclick) => h('button', {type: 'button', class: 'btn btn-link xh-name', onclick}, label);

const small = (label, onclick) => h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick}, label);

const record = ({item}) => {
  const {body} = dialog(t`事项详情`);
  const show = () => fill(body, async () => itemPage(await ask(`/item?${query({key: item})}`), show));
  show();
};

const pointsTable = ({points}) => points.length
  ? table([t`记录`, t`情况`, t`时间`, t`得分`], points.map(point => h('tr', {},
    h('td', {}, link(point.title, () => record(point))),
    h('td', {}, point.what),
    h('td', {class: 'xh-date'}, point.at ?? ''),
    h('td', {}, String(point.points)))))
  : h('p', {class: 'xh-quiet'}, t`还没有计分的记录。`);

const sum = score => h('p', {},
  h('strong', {}, t`${score.name}：${score.total} 分，第 ${score.place} 名，失分 ${score.lost}`),
  score.verdict && ` · ${VERDICTS[score.verdict]}`);

const points = async wanted => {
  const score = await ask(`/appraisal/score?${query(wanted)}`);
  return h('div', {}, sum(score), pointsTable(score));
};

const openPoints = (campaign, {level, id, name}) =>
  fill(dialog(t`${name}：得分记录`).body, () => points({campaign, level, id}));

const NAME = t`名称`;

const standings = (campaign, rows) => {
  const verdicts = rows.some(one => one.verdict);
  const people = rows.some(one => one.people);
  return table([NAME, t`总分`, t`失分`, t`名次`, ...(verdicts ? [t`结论`] : []), ...(people ? [t`操作`] : [])], rows.map(one => h('tr', {},
    h('td', {}, one.level ? link(one.name, () => openPoints(campaign, one)) : t`不属于科室、单位的人员`),
    [one.total, one.lost, one.place].map(number => h('td', {}, one.level ? String(number) : '')),
    verdicts && h('td', {}, VERDICTS[one.verdict] ?? ''),
    people && h('td', {}, one.people && small(t`人员得分`, () => openPeople(campaign, one))))));
};

const openPeople = (campaign, unit) =>
  fill(dialog(t`人员得分`).body, async () =>
    standings(campaign, await ask(`/appraisal/people?${query({campaign, unit: unit.id})}`)));

/* Only what stands in the dialog is printed, see plugin.css. */
const sheet = (title, file, content) => {
  const {box, body} = dialog(title);
  box.classList.add('xh-sheet');
  body.append(
    h('div', {class: 'xh-buttons xh-tools'},
      h('a', {class: 'btn btn-default btn-sm', href: address(file), download: `${title}.md`}, t`下载`),
      small(t`打印`, () => window.print())),
    content);
  return content;
};

const named = (people, level) => {
  const names = people.filter(one => one.level === level).map(one => one.name);
  return [h('h4', {}, LEVELS[level]), h('p', {}, names.length ? names.join(t`、`) : t`（无）`)];
};

const openList = ({campaign}, title, verdict) => {
  const wanted = query({campaign, verdict});
  fill(sheet(title, `/appraisal/published.md?${wanted}`, h('div')), async () => {
    const people = await ask(`/appraisal/published?${wanted}`);
    return h('div', {}, Object.keys(LEVELS).flatMap(level => named(people, level)));
  });
};

const FACTS = {ON_TIME: t`按时`, LATE: t`逾期`, MISSING: t`未报`, RETURNED: t`退回`};

const openYearEnd = ({campaign}) => {
  const wanted = query({campaign});
  fill(sheet(t`年终评先评优依据`, `/appraisal/year-end.md?${wanted}`, h('div')), async () => table(
    [t`科室、单位`, t`类别`, t`总分`, t`名次`, ...Object.values(FACTS), t`人均得分`, t`结论`],
    (await ask(`/appraisal/year-end?${wanted}`)).map(line => h('tr', {}, [
      line.name, LEVELS[line.level], line.total, line.place,
      ...Object.keys(FACTS).map(fact => line.facts[fact] ?? 0),
      line.people, VERDICTS[line.verdict]
    ].map(cell => h('td', {}, String(cell)))))));
};

const lists = desk => h('div', {class: 'xh-buttons'},
  desk.state === 'PUBLISHED' && [
    small(t`表扬名单`, () => openList(desk, t`表扬名单`, 'COMMEND')),
    small(t`通报批评`, () => openList(desk, t`通报批评`, 'CRITICISE'))
  ],
  desk.overseer && desk.counted && small(t`年终评先评优依据`, () => openYearEnd(desk)));

/* Asked twice: everybody is counted, and what is proposed is in the world. */
const start = (desk, reload) => {
  const message = h('div');
  const button = small(t`提前开始考核`, async () => {
    if (button.textContent === t`提前开始考核`) {
      button.textContent = t`确认开始`;
      return;
    }
    button.disabled = true;
    try {
      await ask('/office/appraisal', {method: 'POST', body: {campaign: desk.campaign}});
      reload();
    } catch (error) {
      message.replaceChildren(failure(error));
      button.disabled = false;
    }
  });
  return [
    h('p', {class: 'xh-quiet'}, t`最后一个阶段结束时自动开始。需要提前的，由办公室开始：按当时的记录计分，之后可以重新计分。`),
    h('div', {class: 'xh-buttons'}, button), message
  ];
};

const campaignPage = (desk, reload) => {
  const own = h('section');
  if (desk.counted) {
    fill(own, async () => h('div', {}, h('h4', {}, t`我的得分`), await points({campaign: desk.campaign})));
  }
  return h('article', {},
    h('h4', {}, desk.title),
    h('p', {}, STATES[desk.state] ?? t`考核尚未开始。`),
    desk.mayStart && start(desk, reload),
    lists(desk),
    desk.units.length > 0 && [h('h4', {}, t`科室、单位得分`), standings(desk.campaign, desk.units)],
    own);
};

/** Opens the page of the appraisal. */
export const openAppraisal = () => {
  const {body} = dialog(t`考核`);
  const show = () => fill(body, async () => {
    const desks = await ask('/appraisal');
    return h('div', {}, desks.length
      ? desks.map(desk => campaignPage(desk, show))
      : h('p', {class: 'xh-quiet'}, t`没有您参加的活动。`));
  });
  return show();
};
