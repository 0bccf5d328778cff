/* Opinions of a meeting or of returned forms, each of which can go on the problem list. */
import {ask, failure, h} from './page.js';
import {itemLink} from './problem.js';
import {t} from './words.js';

const list = (item, remark, changed) => {
  const place = h('div');
  const put = async event => {
    event.target.disabled = true;
    try {
      await ask('/item/list-problem', {method: 'POST', body: {key: item.key, number: remark.number}});
      changed();
    } catch (error) {
      place.replaceChildren(failure(error));
      event.target.disabled = false;
    }
  };
  return h('div', {},
    h('button', {
      type: 'button',
      class: 'btn btn-default btn-xs',
      'aria-label': t`第 ${remark.number} 条列入问题清单`,
      onclick: put
    }, t`列入问题清单`), place);
};

const number = key => key.slice(key.lastIndexOf('/') + 1);

/**
 * The opinions of an item.
 *
 * @param changed called after one became a problem
 */
export const remarksOf = (item, changed) =>
  h('section', {},
    h('h5', {}, item.thing === 'MEETING' ? t`会上提出的意见` : t`征求到的意见`),
    h('table', {class: 'table table-condensed xh-remarks'},
      h('tbody', {}, item.remarks.map(remark =>
        h('tr', {},
          h('td', {}, String(remark.number)),
          item.thing === 'MEETING' && h('td', {}, remark.who),
          h('td', {class: 'xh-remark'}, remark.text),
          h('td', {}, remark.problem
            ? itemLink(remark.problem, t`问题 ${number(remark.problem)}`)
            : remark.listable && list(item, remark, changed)))))));
