/*
 * Supervision slips (督办单): what their receivers answered, and the list of all of them for the
 * office, page by page.
 */
import {ask, dialog, failure, h, light} from './page.js';
import {itemLink} from './problem.js';
import {t} from './words.js';

/** What was done, why it is late and by when it will be done. */
export const slipAnswer = answer =>
  h('div', {class: 'xh-slip-answer'},
    h('div', {}, t`已采取的措施：${answer.done}`),
    h('div', {}, t`原因：${answer.reason}`),
    h('div', {}, t`${answer.byWhen} 前完成`),
    h('div', {class: 'xh-quiet'}, t`${answer.at} 回复`));

const line = slip =>
  h('tr', {'data-slip': slip.number},
    h('td', {}, slip.number, ' ', light(slip)),
    h('td', {}, slip.receiver),
    h('td', {}, slip.items.map(({key, title}) => h('div', {}, itemLink(key, title)))),
    h('td', {class: 'xh-date'}, t`${slip.issued} 签发`, slip.due && h('div', {}, t`${slip.due} 前回复`)),
    h('td', {}, slip.state),
    h('td', {}, slip.done && slipAnswer({...slip, at: slip.answered})));

const HEADS = [t`编号`, t`收单人`, t`事项`, t`日期`, t`状态`, t`回复`];

/** Opens the list of the slips of a campaign: those that are not closed, or all. */
export const openSlips = campaign => {
  const {body} = dialog(t`督办单`);
  const rows = h('tbody');
  const said = h('p', {class: 'xh-quiet', role: 'status'});
  const more = h('button', {type: 'button', class: 'btn btn-default btn-sm', hidden: true, onclick: () => read()}, t`更多`);
  let open = true;
  let before;
  const read = async () => {
    said.textContent = t`正在读取……`;
    try {
      const page = await ask(`/office/slips?${new URLSearchParams({campaign, open, ...(before && {before})})}`);
      before = page.at(-1)?.place;
      rows.append(...page.map(line));
      more.hidden = page.length < 50;
      said.textContent = rows.children.length ? '' : t`没有督办单。`;
    } catch (error) {
      said.replaceChildren(failure(error));
    }
  };
  const choose = all => {
    open = !all;
    before = undefined;
    rows.replaceChildren();
    return read();
  };
  const filter = h('select', {onchange: event => choose(event.target.value === 'all')},
    h('option', {value: 'open'}, t`未销号`), h('option', {value: 'all'}, t`全部`));
  body.append(
    h('label', {class: 'xh-choice'}, t`范围 `, filter),
    h('div', {class: 'xh-scroll'}, h('table', {class: 'table xh-mine xh-slips'},
      h('thead', {}, h('tr', {}, HEADS.map(name => h('th', {scope: 'col'}, name)))), rows)),
    said, more);
  read();
};
