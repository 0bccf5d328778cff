/*
 * Urging (催办): the office asks once more, the person asked answers.
 *
 *   openUrge(keys, done)                a dialog that urges whoever has to act on those items; all of
 *                                       one campaign, at most 500; one key for one item
 *   openUrgeMissing({campaign, kind, unit, title}, done)
 *                                       the same for everybody of whom something of a kind is missing;
 *                                       unit is left out for all units, title is shown
 *   urgesOf(item, changed)              what was said about an item, with a field for the answer where
 *                                       the reader was urged and has not answered yet
 *
 * done and changed are called after something was done: reload what is shown then. Offer urging where
 * the server allows it: item.can.urge, and in lists of others the office only.
 */
import {ask, dialog, h, sending} from './page.js';
import {t} from './words.js';

const OUTCOMES = [
  ['URGED', t`已发出催办`],
  ['ALREADY_URGED', t`今天催办次数已满，没有再催`],
  ['DONE', t`已经办结或无人可催，没有催`]
];

const LONGEST_LIST = 20;

/* The items that were not urged are named; those that were are many and need no names. */
const report = outcomes =>
  OUTCOMES.map(([outcome, words]) => {
    const items = outcomes.filter(one => one.outcome === outcome);
    if (!items.length) {
      return null;
    }
    const named = outcome === 'URGED' ? [] : items.slice(0, LONGEST_LIST);
    return h('div', {},
      h('p', {}, t`${words}：${items.length} 项。`),
      named.length > 0 && h('ul', {}, named.map(({title}) => h('li', {}, title))));
  });

const open = (what, path, body, done) => {
  const {box, body: place} = dialog(t`催办`, () => urged && done());
  let urged = false;
  const text = h('textarea', {name: 'text', rows: 3, maxlength: 2000, class: 'form-control', placeholder: t`可以不填`});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, t`发出催办`);
  const message = h('div');
  const close = () => box.close();
  const form = h('form', {class: 'xh-form xh-ask'},
    h('p', {}, what),
    h('p', {class: 'xh-quiet'}, t`通知发给当前应当办理的人；同一个人的多项合并成一份。催办记录在案，对方可以回复。`),
    h('label', {}, h('span', {}, t`催办意见`), text),
    message,
    h('div', {class: 'xh-buttons'},
      submit,
      h('button', {type: 'button', class: 'btn btn-default', onclick: close}, t`返回`)));
  sending(form, submit, message, async () => {
    const outcomes = await ask(path, {method: 'POST', body: {...body, text: text.value}});
    urged = outcomes.some(({outcome}) => outcome === 'URGED');
    const ready = h('button', {type: 'button', class: 'btn btn-primary', onclick: close}, t`知道了`);
    place.replaceChildren(h('div', {class: 'xh-ask', role: 'status'},
      outcomes.length ? report(outcomes).filter(Boolean) : h('p', {}, t`没有需要催办的事项。`), ready));
    ready.focus();
  });
  place.append(form);
  text.focus();
};

/** Urges whoever has to act on those items, see above. */
export const openUrge = (keys, done = () => {}) => {
  const what = keys.length === 1 ? t`催办这一事项的当前办理人。` : t`催办选中的 ${keys.length} 项。`;
  open(what, '/office/urge', {campaign: keys[0].split('/')[0], keys}, done);
};

/** Urges everybody of whom something of a kind is missing, see above. */
export const openUrgeMissing = ({campaign, kind, unit, title}, done = () => {}) =>
  open(t`催办所有应办未办“${title}”的人。`, '/office/urge-missing', {campaign, kind, unit}, done);

const answer = (urge, changed) => {
  const text = h('input', {type: 'text', required: true, maxlength: 2000, class: 'form-control', 'aria-label': t`回复催办`, placeholder: t`简要说明进展和打算`});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, t`回复`);
  const message = h('div');
  const form = h('form', {class: 'xh-answer'}, text, submit, message);
  sending(form, submit, message, async () => {
    await ask(`/urge/${urge.id}/answer`, {method: 'POST', body: {text: text.value}});
    changed();
  });
  return form;
};

/** The urges of an item, see above. */
export const urgesOf = (item, changed) =>
  h('table', {class: 'table table-condensed xh-events'},
    h('tbody', {}, item.urges.map(urge =>
      h('tr', {},
        h('td', {}, urge.at),
        h('td', {}, urge.whom),
        h('td', {}, urge.text),
        h('td', {}, urge.mine ? answer(urge, changed) : urge.answer ? t`回复：${urge.answer}` : t`未回复`)))));
