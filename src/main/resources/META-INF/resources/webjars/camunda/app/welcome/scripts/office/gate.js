/* The gate of a phase: what each unit lacks, in the fixed order, and closing it with a reason. */
import {ask, dialog, fill, h, sending} from './page.js';
import {t} from './words.js';

const STANDS = {
  PLANNED: t`本阶段还没有开始。`,
  RUNNING: t`还没有到本阶段截止的时间；到时由办公室结束。需要提前结束的，先在“活动安排”中调整阶段日期。`,
  CLOSED: t`本阶段已经结束。`
};

const units = gate => h('div', {class: 'xh-scroll'}, h('table', {class: 'table table-condensed xh-gate'},
  h('caption', {}, gate.missing ? t`还缺 ${gate.missing} 项` : t`应办事项已全部办结`),
  h('thead', {}, h('tr', {}, [t`科室、单位`, t`应办`, t`已办`, t`还缺`].map(name => h('th', {scope: 'col'}, name)))),
  h('tbody', {}, gate.units.map(unit => h('tr', {class: unit.missing ? 'xh-missing' : null},
    h('th', {scope: 'row'}, unit.name),
    [unit.owed, unit.done, unit.missing].map(number => h('td', {}, String(number))))))));

/* Problems outlive the phase: they are shown and hold up nothing. */
const problems = ({found, closedOut, open, longTerm, units}) => found > 0 &&
  h('section', {class: 'xh-gate-problems'},
    h('h5', {}, t`问题清单`),
    h('p', {}, t`共 ${found} 个，已销号 ${closedOut} 个，未销号 ${open} 个（不影响结束阶段，继续整改）。`,
      longTerm > 0 && t`另有 ${longTerm} 个列为长期跟踪。`),
    units.length > 0 && h('p', {class: 'xh-quiet'}, t`未销号：`,
      units.map(unit => `${unit.name} ${unit.open}`).join(t`，`)));

const closing = (gate, show, closed) => {
  const reason = h('textarea', {name: 'reason', rows: 3, maxlength: 2000, required: true, class: 'form-control'});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, gate.missing ? t`确认带缺项结束` : t`确认结束`);
  const message = h('div');
  const form = h('form', {class: 'xh-form'},
    h('p', {class: 'xh-quiet'}, gate.missing
      ? t`结束后转入下一阶段。所缺的 ${gate.missing} 项不会取消，继续催办，直到活动结束。`
      : t`结束后转入下一阶段。`),
    gate.missing > 0 && h('label', {}, h('span', {}, t`理由`), reason),
    message,
    h('div', {class: 'xh-buttons'}, submit));
  sending(form, submit, message, async () => {
    const {campaign, phase} = gate;
    show(await ask('/office/close-phase', {
      method: 'POST',
      body: {campaign, phase, carryOver: gate.missing > 0, reason: reason.value}
    }));
    closed();
  });
  return form;
};

const stands = gate => {
  if (!gate.open) {
    return h('p', {role: 'status'}, STANDS[gate.stateCode], gate.reason && t` 带缺项结束的理由：${gate.reason}`);
  }
  return !gate.closable && h('p', {role: 'status'},
    gate.holder ? t`阶段收尾已由${gate.holder}认领，由其办理。` : t`等待办公室结束本阶段。`);
};

/**
 * Opens the gate of a phase.
 *
 * @param closed called after the phase was closed
 */
export const openGate = (board, phase, closed = () => {}) => {
  let acted = false;
  const {body} = dialog(t`阶段收尾：${phase.title}`, () => acted && closed());
  const page = gate => h('div', {},
    stands(gate),
    gate.closable && closing(gate, next => body.replaceChildren(page(next)), () => { acted = true; }),
    units(gate),
    problems(gate.problems));
  fill(body, async () => page(
    await ask(`/board/${board.campaign}/gate?phase=${encodeURIComponent(phase.id)}`)));
};
