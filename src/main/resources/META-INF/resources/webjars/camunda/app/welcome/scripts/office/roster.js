/* The roster of a campaign that runs, imported again: first what would change, then the change. */
import {ask, dialog, h, sending} from './page.js';
import {t} from './words.js';

const list = (title, lines) => h('section', {}, h('h4', {}, title), h('ul', {}, lines.map(line => h('li', {}, line))));

const said = ({place, message}) => place ? t`${place}：${message}` : message;

const findings = all => [true, false].map(error => {
  const lines = all.filter(finding => finding.error === error).map(said);
  return lines.length > 0 && list(error ? t`须改正后才能导入` : t`提醒`, lines);
});

const sections = changes => changes.map(({title, lines}) => list(title, lines));

const asked = (campaign, file, preview, successors = []) => {
  const body = new FormData();
  body.append('file', file);
  successors.forEach(pair => body.append('successor', pair));
  return ask(`/office/roster?campaign=${encodeURIComponent(campaign)}&preview=${preview}`, {method: 'POST', body});
};

/** Who takes over from a unit that goes. */
const successor = (unit, units) => h('label', {},
  h('span', {}, t`“${unit.name}”撤销后由谁承接`),
  h('select', {name: 'successor', required: true, class: 'form-control'},
    h('option', {value: ''}, ''),
    units.map(({id, name}) => h('option', {value: `${unit.id}:${id}`}, name))));

/**
 * Opens the import of a roster.
 *
 * @param closed called when the dialog closes
 */
export const openRoster = (campaign, closed) => {
  const {body} = dialog(t`导入花名册`, closed);
  const outcome = h('div', {class: 'xh-roster', 'aria-live': 'polite'});
  const message = h('div');
  const input = h('input', {type: 'file', name: 'file', required: true, accept: '.xlsx', class: 'form-control'});
  const look = h('button', {type: 'submit', class: 'btn btn-primary'}, t`核对`);
  const form = h('form', {class: 'xh-form'},
    h('p', {class: 'xh-quiet'}, t`填好全部单位、党支部和人员的花名册（不是只填有变动的）。先核对会有哪些变动，确认后才导入；有一处错误，整表不导入。`),
    h('label', {}, h('span', {}, t`花名册文件`), input),
    message,
    h('div', {class: 'xh-buttons'}, look));
  input.addEventListener('change', () => outcome.replaceChildren());
  sending(form, look, message, async () => {
    outcome.replaceChildren();
    const file = input.files[0];
    const {ready, findings: found, changes, gone, units} = await asked(campaign, file, true);
    look.disabled = false;
    outcome.replaceChildren(...findings(found).filter(Boolean), ...sections(changes),
      ...(ready ? [changes.length ? confirmation(file, gone, units) : h('p', {}, t`与现行花名册相同，没有变动。`)] : []));
  });
  const confirmation = (file, gone, units) => {
    const refused = h('div');
    const take = h('button', {type: 'submit', class: 'btn btn-primary'}, t`确认导入`);
    const choices = gone.map(unit => successor(unit, units));
    const told = gone.length > 0 && h('p', {class: 'xh-quiet'},
      t`撤销的单位未完成的材料、征求意见、标杆免交，集中学习取消；未销号的问题和领导小组交办的任务转给承接单位。`);
    const confirm = h('form', {class: 'xh-form'}, told, choices, refused, h('div', {class: 'xh-buttons'}, take));
    sending(confirm, take, refused, async () => {
      const chosen = choices.map(choice => choice.querySelector('select').value);
      const {changes} = await asked(campaign, file, false, chosen);
      form.remove();
      outcome.replaceChildren(h('p', {role: 'status'}, h('strong', {}, t`花名册已经导入。`)), ...sections(changes));
    });
    return confirm;
  };
  body.append(form, outcome);
};
