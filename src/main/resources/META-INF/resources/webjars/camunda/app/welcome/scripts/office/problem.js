/* What the page of an item shows of a problem: where it comes from, who does what, what proves it. */
import {ask, dialog, fill, h} from './page.js';
import {t} from './words.js';

/* The page of the other item knows this one: imported when it is asked for. */
const openItem = key => {
  const {body} = dialog(t`事项详情`);
  const show = () => fill(body, async () => {
    const {itemPage} = await import('./item.js');
    return itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show);
  });
  show();
};

/** A word that opens another item. */
export const itemLink = (key, label) =>
  h('button', {type: 'button', class: 'btn btn-link xh-name', onclick: () => openItem(key)}, label);

const source = problem => {
  const words = problem.occasion ? t`${problem.source}（${problem.occasion}）` : problem.source;
  return [
    problem.found ? itemLink(problem.found, words) : words,
    h('span', {class: 'xh-quiet'}, t`　${problem.registeredBy} 登记于 ${problem.registeredAt}`)
  ];
};

const times = problem => [
  problem.extensions && t`延期 ${problem.extensions} 次（最多 ${problem.mostExtensions} 次）`,
  problem.timesReturned && t`退回 ${problem.timesReturned} 次`,
  problem.timesReopened && t`重新打开 ${problem.timesReopened} 次`
].filter(Boolean).join(t`，`);

/**
 * The facts of a problem.
 *
 * @param fact makes a line of a label and a value
 */
export const problemFacts = (problem, fact) => [
  fact(t`编号`, problem.number),
  fact(t`来源`, ...source(problem)),
  problem.unit && fact(t`责任单位`, problem.unit),
  problem.kind && fact(t`类别`, problem.kind),
  problem.kind && fact(t`轻重缓急`, t`${problem.weight}、${problem.urgency}`),
  problem.owner && fact(t`责任人`, problem.owner),
  problem.verifier && fact(t`核查人`, problem.onSite ? t`${problem.verifier}（须到现场核查）` : problem.verifier),
  problem.closingNumber && fact(t`销号编号`, problem.closingNumber),
  times(problem) && fact(t`办理情况`, times(problem)),
  problem.links.length > 0 && fact(t`相关问题`, problem.links.map(({key, title, how}) =>
    h('div', {}, t`${how}：`, itemLink(key, title))))
].filter(Boolean).flat();

const text = (title, words) =>
  words && h('section', {}, h('h5', {}, title), h('div', {class: 'xh-text', tabindex: '0'}, words));

const proof = (one, newest) =>
  h('details', {class: 'xh-version', open: newest},
    h('summary', {}, h('strong', {}, t`第 ${one.number} 次`), t` ${one.by} 提交于 ${one.at}`),
    (one.before || one.after) && h('div', {class: 'xh-proof'},
      h('div', {}, h('strong', {}, t`整改前`), h('div', {class: 'xh-text', tabindex: '0'}, one.before || t`（见附件）`)),
      h('div', {}, h('strong', {}, t`整改后`), h('div', {class: 'xh-text', tabindex: '0'}, one.after || t`（见附件）`))),
    one.files.length > 0 && h('p', {class: 'xh-quiet'}, t`附件：${one.files.join(t`、`)}`));

/** The texts of a problem, and the evidence of its rectification, the newest first. */
export const problemPage = problem =>
  h('div', {},
    text(t`问题`, problem.text),
    text(t`原因分析`, problem.cause),
    text(t`整改措施`, problem.measure),
    problem.evidence.length > 0 && h('section', {},
      h('h5', {}, t`整改佐证`),
      problem.evidence.map((one, index) => proof(one, index === 0))));
