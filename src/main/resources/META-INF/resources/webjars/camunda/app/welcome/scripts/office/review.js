/* All papers that wait for one reviewer: read in place, ticked, and decided in one go. */
import {filesPage} from './files.js';
import {papers} from './item.js';
import {ask, dialog, failure, fill, h} from './page.js';
import {t} from './words.js';

const DONE = {ACCEPTED: ['xh-accepted', t`已通过`], RETURNED: ['xh-returned', t`已退回`]};
const RESULTS = {REFUSED: ['xh-late', t`未办`], GONE: ['xh-open', t`不再待审`]};

/* What was handed in, read when somebody opens the line; as the item's own page shows it. */
const content = paper => {
  const text = h('div', {class: 'xh-read'});
  const files = h('div');
  const show = () => Promise.all([
    fill(text, async () => h('div', {}, papers(await ask(`/item?key=${encodeURIComponent(paper.key)}`)))),
    fill(files, async () => {
      const list = h('div');
      await filesPage(list, paper.key);
      return list;
    })
  ]);
  return {element: h('td', {colspan: 5}, text, h('h5', {}, t`附件`), files), show};
};

const line = (paper, ticks) => {
  const result = h('div');
  const tick = h('input', {type: 'checkbox', value: paper.task, 'aria-label': t`勾选 ${paper.title}`});
  const reading = content(paper);
  const below = h('tr', {class: 'xh-reading', hidden: true}, reading.element);
  const opener = h('button', {
    type: 'button',
    class: 'btn btn-link xh-title',
    'aria-expanded': 'false',
    onclick: () => {
      below.hidden = !below.hidden;
      opener.setAttribute('aria-expanded', String(!below.hidden));
      if (!below.hidden) {
        reading.show();
      }
    }
  }, paper.title);
  const row = h('tr', {},
    h('td', {}, tick),
    h('td', {}, opener, result),
    h('td', {}, t`第 ${paper.version} 稿`),
    h('td', {}, t`${paper.by}，${paper.at}`, ' ', paper.late && h('span', {class: 'xh-badge xh-late'}, t`逾期`)),
    h('td', {class: 'xh-date'}, paper.due ?? ''));
  const settle = ({result: code, reason}, outcome) => {
    const [style, words] = RESULTS[code] ?? DONE[outcome];
    result.replaceChildren(h('span', {class: `xh-badge ${style}`}, words), reason ?? '');
    if (code !== 'REFUSED') {
      tick.checked = false;
      tick.disabled = true;
      below.hidden = true;
    }
  };
  const one = {paper, tick, row, below, settle};
  ticks.push(one);
  return [row, below];
};

/* One answer for all that are ticked; each paper is decided by itself. */
const decide = async (chosen, outcome, comment) => {
  const results = await ask('/reviews', {
    method: 'POST',
    body: {tasks: chosen.map(({paper}) => paper.task), outcome, comment}
  });
  results.forEach(result => chosen.find(({paper}) => paper.task === result.task).settle(result, outcome));
  const count = code => results.filter(({result}) => result === code).length;
  return [
    t`${outcome === 'ACCEPTED' ? t`通过` : t`退回`} ${count('DONE')} 份`,
    count('REFUSED') > 0 && t`未能办理 ${count('REFUSED')} 份，原因见各行`,
    count('GONE') > 0 && t`已由他人办理或已撤回 ${count('GONE')} 份`
  ].filter(Boolean).join(t`；`) + t`。`;
};

/* Filled in, in the end: what is said about all that are ticked, and the two buttons. */
const verdict = (ticks, counted) => {
  const message = h('div', {role: 'status'});
  const comment = h('textarea', {rows: 2, maxlength: 2000, class: 'form-control', id: 'xh-review-comment'});
  const chosen = () => ticks.filter(({tick, row}) => tick.checked && !row.hidden);
  const act = async outcome => {
    if (outcome === 'RETURNED' && !comment.value.trim()) {
      message.replaceChildren(failure(new Error(t`退回材料须写明理由，便于对方修改。`)));
      comment.focus();
      return;
    }
    buttons.forEach(button => { button.disabled = true; });
    try {
      message.replaceChildren(h('p', {class: 'xh-said'}, await decide(chosen(), outcome, comment.value)));
      comment.value = '';
    } catch (error) {
      message.replaceChildren(failure(error));
    }
    refresh();
  };
  const button = (style, outcome) => h('button', {type: 'button', class: `btn ${style}`, onclick: () => act(outcome)});
  const buttons = [button('btn-primary', 'ACCEPTED'), button('btn-default', 'RETURNED')];
  const refresh = () => {
    const count = chosen().length;
    buttons[0].textContent = t`全部通过（${count}）`;
    buttons[1].textContent = t`全部退回（${count}）`;
    buttons.forEach(one => { one.disabled = count === 0; });
    counted();
  };
  refresh();
  return {
    refresh,
    element: h('div', {class: 'xh-verdict'},
      message,
      h('label', {for: 'xh-review-comment'}, t`审核意见（退回时必填，写给所有勾选的材料）`),
      comment,
      h('div', {class: 'xh-buttons'}, buttons))
  };
};

const kinds = papersOfAll => [...new Set(papersOfAll.map(({paper}) => paper))];

const page = pile => {
  const ticks = [];
  const all = h('input', {type: 'checkbox', 'aria-label': t`全部勾选`});
  const table = h('table', {class: 'table xh-mine xh-review'},
    h('thead', {}, h('tr', {}, h('th', {}, all), [t`材料`, t`稿次`, t`提交`, t`审核期限`].map(name => h('th', {}, name)))),
    h('tbody', {}, pile.papers.flatMap(paper => line(paper, ticks))));
  const open = () => ticks.filter(({tick, row}) => !tick.disabled && !row.hidden);
  const foot = verdict(ticks, () => { all.checked = open().length > 0 && open().every(({tick}) => tick.checked); });
  all.addEventListener('change', () => {
    open().forEach(({tick}) => { tick.checked = all.checked; });
    foot.refresh();
  });
  table.addEventListener('change', foot.refresh);
  const only = h('select', {class: 'form-control', 'aria-label': t`只看一种材料`},
    h('option', {value: ''}, t`全部材料（${pile.papers.length}）`),
    kinds(pile.papers).map(kind => h('option', {value: kind}, kind)));
  only.addEventListener('change', () => {
    ticks.forEach(({paper, row, below}) => {
      row.hidden = Boolean(only.value) && paper.paper !== only.value;
      below.hidden = below.hidden || row.hidden;
    });
    foot.refresh();
  });
  return h('div', {},
    h('div', {class: 'xh-views'}, only),
    pile.total > pile.papers.length && h('p', {class: 'xh-quiet'}, t`共有 ${pile.total} 份，先列出最急的 ${pile.papers.length} 份。`),
    h('div', {class: 'xh-scroll'}, table),
    foot.element);
};

/**
 * Opens the page.
 *
 * @param closed called when it is closed
 */
export const openReviews = closed => {
  const {body} = dialog(t`批量审核`, closed);
  return fill(body, async () => {
    const pile = await ask('/reviews');
    return pile.papers.length ? page(pile) : h('p', {class: 'xh-quiet'}, t`没有等您审核的材料。`);
  });
};
