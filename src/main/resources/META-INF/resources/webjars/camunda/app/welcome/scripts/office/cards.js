/* What the cards of the list say beside a task's name, for all visible cards in one request. */
import {ask, badge, h} from './page.js';

const TOGETHER = 50;
const MOST = 100;

let waiting = new Map();
let timer;

const draw = (node, card) => node.replaceChildren(h('div', {class: 'xh-card'},
  h('span', {class: 'xh-party'}, card.party),
  badge(card),
  card.lightWord && h('span', {class: `xh-badge xh-light-${card.light.toLowerCase()}`}, card.lightWord)));

const fetchAll = async () => {
  const nodes = waiting;
  waiting = new Map();
  timer = undefined;
  const ids = [...nodes.keys()];
  for (let from = 0; from < ids.length; from += MOST) {
    const query = ids.slice(from, from + MOST).map(id => `task=${encodeURIComponent(id)}`).join('&');
    const cards = await ask(`/task-cards?${query}`);
    cards.forEach(card => nodes.get(card.task).forEach(node => draw(node, card)));
  }
};

/**
 * Fills a card; several that are asked for at the same time share a request. Its line is there at
 * once: cards that grow later would move away under the mouse.
 */
export const fillCard = (node, task) => {
  node.classList.add('xh');
  node.replaceChildren(h('div', {class: 'xh-card'}));
  waiting.set(task, [...(waiting.get(task) ?? []), node]);
  timer ??= setTimeout(() => fetchAll().catch(console.debug), TOGETHER);
};
