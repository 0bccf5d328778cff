/* The charts below the board. Each says its numbers in words, too, for those who do not see it. */
import {h, shortDay} from './page.js';
import {language} from '../language.js';
import {t} from './words.js';

const LIBRARY = '/webjars/echarts/5.5.0/echarts.esm.min.mjs';

const COLOURS = ['#9f2b2b', '#3a6ea5', '#c98a1b', '#7a7a7a', '#4d7a4d'];

const context = () => document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

let library;
const echarts = () => (library ??= import(`${context()}${LIBRARY}`));

const percent = (part, whole) => (whole ? Math.round((100 * part) / whole) : 0);

const base = title => ({
  title: {text: title, textStyle: {fontSize: 14, fontWeight: 600}},
  color: COLOURS,
  tooltip: {trigger: 'axis'},
  legend: {bottom: 0},
  grid: {left: 8, right: 16, top: 40, bottom: 34, containLabel: true},
  animation: false
});

/* The library's own words give each number together with its place in the row. */
const inWords = ({title, xAxis, yAxis, series}) => {
  const names = xAxis.data ?? yAxis.data;
  return title.text + series.map(({name, data}) =>
    t`。${name}：${names.map((one, at) => `${one} ${data[at]}`).join(t`、`)}`).join('');
};

const byDay = days => {
  const total = part => {
    let sum = 0;
    return days.map(day => (sum += day[part]));
  };
  return {
    ...base(t`提交与办结（累计）`),
    xAxis: {type: 'category', data: days.map(({day}) => shortDay(day))},
    yAxis: {type: 'value', minInterval: 1},
    series: [
      {name: t`提交、召开`, type: 'line', showSymbol: false, data: total('acted')},
      {name: t`办结`, type: 'line', showSymbol: false, data: total('done')}]
  };
};

const ranked = board => {
  const units = board.rows
    .filter(row => !row.party.startsWith('#'))
    .map(row => {
      const owed = row.cells.reduce((sum, cell) => sum + cell.owed, 0);
      return {name: row.name, rate: percent(row.cells.reduce((sum, cell) => sum + cell.done, 0), owed)};
    })
    .sort((a, b) => a.rate - b.rate);
  return {
    ...base(t`各单位办结率（%）`),
    legend: undefined,
    xAxis: {type: 'value', max: 100},
    yAxis: {type: 'category', data: units.map(({name}) => name), axisLabel: {interval: 0}},
    series: [{name: t`办结率`, type: 'bar', data: units.map(({rate}) => rate), label: {show: true, position: 'right'}}]
  };
};

const attendance = units => ({
  ...base(t`集中学习出勤（人次）`),
  xAxis: {type: 'category', data: units.map(({name}) => name), axisLabel: {rotate: 40, interval: 0}},
  yAxis: {type: 'value', minInterval: 1},
  series: [[t`出席`, 'present'], [t`请假`, 'leave'], [t`缺席`, 'absent']].map(([name, part]) => ({
    name, type: 'bar', stack: 'people', data: units.map(unit => unit[part])}))
});

const forms = ({title, quota, units}) => ({
  ...base(quota ? t`${title}：有效份数（每单位不少于 ${quota} 份）` : t`${title}：份数`),
  xAxis: {type: 'category', data: units.map(({name}) => name), axisLabel: {rotate: 40, interval: 0}},
  yAxis: {type: 'value', minInterval: 1},
  series: [
    {
      name: t`有效`, type: 'bar', stack: 'forms', data: units.map(({valid}) => valid),
      markLine: quota ? {symbol: 'none', label: {formatter: `${quota}`, position: 'insideEndTop'}, data: [{yAxis: quota}]} : undefined
    },
    {name: t`无效`, type: 'bar', stack: 'forms', data: units.map(({invalid}) => invalid)}]
});

const AGES = [
  [t`7 天以内`, 'week', '#3a6ea5'],
  [t`8—30 天`, 'month', '#c98a1b'],
  [t`31—90 天`, 'quarter', '#c0562f'],
  [t`90 天以上`, 'older', '#9f2b2b'],
  [t`已销号`, 'closed', '#4d7a4d']
];

const problems = kinds => {
  const total = part => kinds.reduce((sum, kind) => sum + kind[part], 0);
  const closed = total('closed');
  const all = AGES.reduce((sum, [, part]) => sum + total(part), 0);
  return {
    ...base(t`问题整改：销号率 ${percent(closed, all)}%（${closed}/${all}），未销号按登记时间`),
    color: AGES.map(([, , colour]) => colour),
    xAxis: {type: 'value', minInterval: 1},
    yAxis: {type: 'category', inverse: true, data: kinds.map(({kind}) => kind), axisLabel: {interval: 0}},
    series: AGES.map(([name, part]) => ({name, type: 'bar', stack: 'problems', barMaxWidth: 36, data: kinds.map(kind => kind[part])}))
  };
};

/** Draws all charts; those without anything to show are left out. */
export const charts = async (node, board, data) => {
  const wanted = [
    ['days', data.days.length > 1 && byDay(data.days)],
    ['units', board.rows.some(row => row.cells.some(cell => cell.done)) && ranked(board)],
    ['problems', data.problems.length > 0 && problems(data.problems)],
    ['attendance', data.attendance.some(unit => unit.present + unit.leave + unit.absent) && attendance(data.attendance)],
    ...data.consultations.map((one, index) => [
      `forms${index}`, one.units.some(unit => unit.valid + unit.invalid) && forms(one)])
  ].filter(([, option]) => option);
  const {init, getInstanceByDom} = await echarts();
  wanted.forEach(([id, option]) => {
    let place = node.querySelector(`[data-chart="${id}"]`);
    if (!place) {
      place = h('div', {class: 'xh-chart', role: 'img', 'data-chart': id});
      node.append(place);
      new ResizeObserver(() => getInstanceByDom(place)?.resize()).observe(place);
    }
    (getInstanceByDom(place) ?? init(place, null, {locale: language.toUpperCase()})).setOption(
      {...option, aria: {enabled: true, label: {description: inWords(option)}}}, true);
  });
};
