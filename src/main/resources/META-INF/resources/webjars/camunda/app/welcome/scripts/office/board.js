/* The board: all units against all that the plan asks. It reads itself anew and says how old it is. */
import {openAppraisal} from './appraisal.js';
import {charts} from './charts.js';
import {openCircular} from './circular.js';
import {openGate} from './gate.js';
import {openList} from './list.js';
import {address, ask, day, failure, h} from './page.js';
import {openSchedule} from './schedule.js';
import {openSlips} from './slips.js';
import {undelivered} from './undelivered.js';
import {t} from './words.js';

const EVERY = 60_000;

const LIGHTS = [['red', t`红灯`, t`逾期`], ['yellow', t`黄灯`, t`滞后或两次退回`], ['blue', t`蓝灯`, t`临近期限`]];

const STATES = {PLANNED: t`未开始`, RUNNING: t`进行中`, CLOSED: t`已结束`};

const sum = (cells, part) => cells.reduce((total, cell) => total + cell[part], 0);

const worst = cell => LIGHTS.map(([light]) => light).find(light => cell[light] > 0);

const cellTitle = (row, column, cell) =>
  t`${row.name}，${column.title}：应办 ${cell.owed}，已办 ${cell.done}` +
  LIGHTS.filter(([light]) => cell[light]).map(([light, name]) => t`，${name} ${cell[light]}`).join('');

const cellButton = (board, row, column, cell, changed) => {
  if (!cell.owed) {
    return h('td', {class: 'xh-none'}, '0');
  }
  const light = worst(cell) ?? (cell.done === cell.owed ? 'done' : 'open');
  return h('td', {class: `xh-cell xh-is-${light}`},
    h('button', {
      type: 'button',
      title: cellTitle(row, column, cell),
      'aria-label': cellTitle(row, column, cell),
      onclick: () => openList(board, `${row.name} · ${column.title}`, {kind: column.kind, party: row.party}, changed)
    }, `${cell.done}/${cell.owed}`));
};

const matrix = (board, changed) => {
  const totals = board.columns.map((column, index) => {
    const cells = board.rows.map(row => row.cells[index]);
    return {owed: sum(cells, 'owed'), done: sum(cells, 'done'), red: sum(cells, 'red'), yellow: sum(cells, 'yellow'), blue: sum(cells, 'blue')};
  });
  const everybody = {name: t`合计`};
  return h('div', {class: 'xh-matrix', tabindex: '0', role: 'region', 'aria-label': t`进度表`},
    h('table', {},
      h('caption', {}, t`每格为“已办/应办”；点开看清单。`),
      h('thead', {}, h('tr', {},
        h('th', {scope: 'col'}, t`科室、单位`),
        board.columns.map(column => h('th', {scope: 'col', title: column.title}, h('span', {}, column.title))))),
      h('tbody', {}, board.rows.map(row =>
        h('tr', {},
          h('th', {scope: 'row'}, row.name),
          row.cells.map((cell, index) => cellButton(board, row, board.columns[index], cell, changed))))),
      h('tfoot', {}, h('tr', {},
        h('th', {scope: 'row'}, everybody.name),
        totals.map((cell, index) => cellButton(board, everybody, board.columns[index], cell, changed))))));
};

const phase = (board, one, changed) => {
  const done = one.owed - one.missing;
  return h('li', {class: `xh-phase xh-phase-${one.stateCode.toLowerCase()}`},
    h('strong', {}, one.title),
    h('span', {}, t`${day(one.starts)} 至 ${day(one.ends)} · ${STATES[one.stateCode]}`),
    h('progress', {max: one.owed || 1, value: done, 'aria-label': t`${one.title}：已办 ${done}，应办 ${one.owed}`}),
    h('span', {}, t`已办 ${done} / ${one.owed}，还缺 ${one.missing}`),
    one.stateCode !== 'PLANNED' && h('button', {
      type: 'button',
      class: `btn btn-xs ${one.gate && board.office ? 'btn-primary' : 'btn-default'}`,
      onclick: () => openGate(board, one, changed)
    }, one.gate && board.office ? t`结束本阶段` : t`看缺项`));
};

const tasklist = () => `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/default/`;

const taskAddress = task => `${tasklist()}#/?task=${encodeURIComponent(task)}`;

const head = (board, changed) => {
  const cells = board.rows.flatMap(row => row.cells);
  const owed = sum(cells, 'owed');
  const done = sum(cells, 'done');
  const number = (label, value, wanted, light = '') =>
    h('button', {
      type: 'button',
      class: `xh-number ${light && `xh-is-${light}`}`,
      onclick: () => openList(board, label, wanted, changed)
    }, h('strong', {}, String(value)), h('span', {}, label));
  const problems = board.columns.findIndex(({kind}) => kind === 'problem');
  const listed = board.rows.map(row => row.cells[problems]).filter(Boolean);
  const closed = sum(listed, 'done');
  return h('div', {class: 'xh-board-head'},
    h('h2', {}, board.title),
    h('p', {class: 'xh-quiet'},
      `${board.organisation} · `,
      board.day ? t`第 ${board.day} 天，共 ${board.days} 天` : t`共 ${board.days} 天`,
      t` · 数据时间 ${board.at}，每分钟自动更新`),
    h('div', {class: 'xh-numbers'},
      number(t`应办`, owed, {}),
      number(t`已办`, done, {}),
      number(t`未办`, owed - done, {open: true}),
      LIGHTS.map(([light, name, meaning]) =>
        number(t`${name}（${meaning}）`, sum(cells, light), {light: light.toUpperCase()}, light)),
      sum(listed, 'owed') > 0 && number(t`问题销号率（${closed}/${sum(listed, 'owed')}）`,
        `${Math.round(100 * closed / sum(listed, 'owed'))}%`, {kind: 'problem'})),
    h('ol', {class: 'xh-phases'}, board.phases.map(one => phase(board, one, changed))));
};

const waitingTasks = tasks => h('ul', {}, tasks.map(one =>
  h('li', {}, h('a', {href: taskAddress(one.task)}, one.name),
    h('span', {class: one.late ? 'xh-badge xh-late' : 'xh-quiet'}, one.late ? t`逾期，${one.due}` : one.due ?? ''))));

/* What is due today stands there; the rest is a click away, and all of it in Tasklist. */
const waitingList = (waiting, open) => {
  const today = waiting.filter(one => one.today);
  const later = waiting.filter(one => !one.today);
  return h('div', {class: 'xh-waiting'},
    h('h3', {}, t`今天要由办公室办理（${today.length}）`),
    today.length ? waitingTasks(today) : h('p', {class: 'xh-quiet'}, t`今天没有到期的待办。`),
    later.length > 0 && h('details', {open},
      h('summary', {}, t`以后到期的待办（${later.length}）`),
      waitingTasks(later),
      h('p', {}, h('a', {href: tasklist()}, t`到“待办”看全部`))));
};

const chooser = (choices, chosen, choose) =>
  choices.length < 2 ? null : h('label', {class: 'xh-choice'}, t`活动 `,
    h('select', {onchange: event => choose(event.target.value)},
      choices.map(({id, title}) => h('option', {value: id, selected: id === chosen}, title))));

const button = (label, onclick) =>
  h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick}, label);

const tools = board =>
  h('div', {class: 'xh-buttons xh-tools'},
    board.office && button(t`发通知`, () => openCircular(board.campaign)),
    board.office && button(t`活动安排`, openSchedule),
    button(t`考核`, openAppraisal),
    board.office && button(t`督办单`, () => openSlips(board.campaign)),
    h('a', {class: 'btn btn-default btn-sm', href: address(`/board/${board.campaign}/matrix.xlsx`), download: true}, t`导出进度表`),
    button(t`打印`, () => window.print()));

/* Drawing anew must not take away where somebody is: neither the place in the matrix nor the focus. */
const keepingPlace = (place, draw) => {
  const {scrollTop, scrollLeft} = place.querySelector('.xh-matrix') ?? {};
  const focused = place.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
  draw();
  place.querySelector('.xh-matrix')?.scrollTo(scrollLeft ?? 0, scrollTop ?? 0);
  if (focused) {
    place.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  }
};

/**
 * Shows the board in a node until the returned function is called; whoever is not of the office
 * looks at it and does nothing there.
 */
export const showBoard = node => {
  let chosen;
  let choices = [];
  let stopped = false;
  let drawing;
  let again = false;
  const place = h('div', {class: 'xh-board'}, h('p', {class: 'xh-quiet'}, t`正在读取……`));
  const stale = h('p', {class: 'xh-failure', role: 'alert', hidden: true});
  const graphs = h('div', {class: 'xh-charts', role: 'region', 'aria-label': t`图表`});
  node.replaceChildren(stale, place, graphs);

  const draw = async () => {
    if (!choices.length) {
      choices = await ask('/board');
      chosen = choices[0]?.id;
    }
    if (!chosen) {
      place.replaceChildren(h('p', {class: 'xh-quiet'}, t`没有您督办的活动。`));
      return;
    }
    const {office} = choices.find(({id}) => id === chosen);
    const [board, waiting, room] = await Promise.all([
      ask(`/board/${chosen}`),
      office && ask(`/board/${chosen}/waiting`),
      office && ask(`/mailroom?campaign=${encodeURIComponent(chosen)}`)]);
    if (stopped) {
      return;
    }
    const todo = office && waitingList(waiting, place.querySelector('.xh-waiting details')?.open);
    keepingPlace(place, () => place.replaceChildren(
      ...[chooser(choices, chosen, id => { chosen = id; refresh(); }),
        head(board, refresh), todo, office && undelivered(room, refresh), tools(board), matrix(board, refresh)]
        .filter(Boolean)));
    // They take longest, and nothing below them would move away under the mouse.
    await charts(graphs, board, await ask(`/board/${chosen}/charts`));
  };

  const refresh = async () => {
    if (stopped || document.hidden) {
      return;
    }
    if (drawing) {
      again = true;
      return;
    }
    drawing = draw();
    try {
      await drawing;
      stale.hidden = true;
    } catch (error) {
      if (place.querySelector('table')) {
        stale.textContent = t`没能更新，下面是较早的数据。${error.message}`;
        stale.hidden = false;
      } else if (error.status === 403) {
        node.replaceChildren();
      } else {
        place.replaceChildren(failure(error));
      }
    } finally {
      drawing = undefined;
    }
    // Something was done while the last of it was read.
    if (again) {
      again = false;
      refresh();
    }
  };

  refresh();
  const timer = setInterval(refresh, EVERY);
  document.addEventListener('visibilitychange', refresh);
  return () => {
    stopped = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', refresh);
  };
};
