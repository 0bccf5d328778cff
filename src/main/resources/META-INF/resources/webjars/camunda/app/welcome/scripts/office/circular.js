/* A notice of the office to a unit, a role or everybody: whom it reaches, sending it, who got it. */
import {ask, dialog, fill, h, sending} from './page.js';
import {t} from './words.js';

const AUDIENCES = [
  ['STAFF', t`全体干部职工`, true],
  ['HEADS', t`单位负责人`, true],
  ['LIAISONS', t`联络员`, true],
  ['LEADERS', t`分管领导`, true],
  ['SECRETARIES', t`支部书记`, false],
  ['LEADING_GROUP', t`领导小组`, false],
  ['OFFICE', t`办公室`, false]
];

const deliveries = async key => {
  const all = await ask(`/office/circulars/deliveries?key=${encodeURIComponent(key)}`);
  const read = all.filter(({readAt}) => readAt).length;
  return h('div', {class: 'xh-scroll'},
    h('p', {class: 'xh-quiet'}, t`共 ${all.length} 条，站内已读 ${read} 条。`),
    h('table', {class: 'table table-condensed xh-events'},
      h('tbody', {}, all.map(({person, channel, result, readAt}) => h('tr', {},
        h('td', {}, person), h('td', {}, channel), h('td', {}, result), h('td', {}, readAt ? t`${readAt} 已读` : ''))))));
};

const sentList = sent => {
  if (!sent.length) {
    return h('p', {class: 'xh-quiet'}, t`还没有发过通知。`);
  }
  return sent.map(one => {
    const place = h('div');
    const open = event => event.target.open && fill(place, () => deliveries(one.key));
    return h('details', {class: 'xh-version', ontoggle: open},
      h('summary', {}, h('strong', {}, one.subject), t` ${one.at} 由${one.by}发给${one.to}，共 ${one.recipients} 人`),
      h('p', {class: 'xh-comment'}, one.text), place);
  });
};

/* Fields of a form, and what they hold. */
const fields = units => {
  const audience = h('select', {name: 'audience', class: 'form-control'},
    AUDIENCES.map(([code, name]) => h('option', {value: code}, name)));
  const unit = h('select', {name: 'unit', class: 'form-control'},
    h('option', {value: ''}, t`各科室、单位`), units.map(({id, name}) => h('option', {value: id}, name)));
  const subject = h('input', {name: 'subject', required: true, maxlength: 100, class: 'form-control'});
  const text = h('textarea', {name: 'text', required: true, rows: 6, maxlength: 4000, class: 'form-control'});
  const narrow = () => {
    unit.disabled = !AUDIENCES.find(([code]) => code === audience.value)[2];
  };
  audience.addEventListener('change', narrow);
  return {
    all: [[t`发给`, audience], [t`范围`, unit], [t`题目`, subject], [t`内容`, text]],
    audience,
    unit,
    subject,
    values: () => ({
      audience: audience.value,
      units: unit.disabled || !unit.value ? [] : [unit.value],
      subject: subject.value,
      text: text.value
    })
  };
};

const writing = (campaign, units, sent) => {
  // The same token as long as the same notice is tried: it is sent once, however often.
  const token = crypto.randomUUID?.() ?? `${performance.timeOrigin}-${performance.now()}`.replaceAll('.', '-');
  const form = fields(units);
  const reach = h('p', {class: 'xh-quiet', role: 'status'});
  const message = h('div');
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, t`发送通知`);
  const count = async () => {
    try {
      const {recipients} = await ask('/office/circulars/reach', {method: 'POST', body: {campaign, ...form.values()}});
      reach.textContent = t`将发给 ${recipients} 人，经站内通知和邮件送达。`;
      submit.textContent = t`发送给 ${recipients} 人`;
    } catch (error) {
      reach.textContent = error.message;
    }
  };
  form.audience.addEventListener('change', count);
  form.unit.addEventListener('change', count);
  count();
  const element = h('form', {class: 'xh-form'},
    form.all.map(([name, input]) => h('label', {}, h('span', {}, name), input)),
    reach, message, h('div', {class: 'xh-buttons'}, submit));
  sending(element, submit, message, async () => {
    sent(await ask('/office/circulars', {method: 'POST', body: {campaign, token, ...form.values()}}));
  });
  return {element, first: form.audience};
};

/** Opens the desk for notices of a campaign. */
export const openCircular = campaign => {
  const {body} = dialog(t`发通知`);
  const show = async said => {
    const desk = await ask(`/office/circulars?campaign=${encodeURIComponent(campaign)}`);
    const form = writing(campaign, desk.units, one =>
      fill(body, () => show(t`“${one.subject}”已发给${one.to}，共 ${one.recipients} 人。`)));
    return h('div', {},
      said && h('p', {class: 'xh-said', role: 'status'}, said),
      form.element,
      h('h4', {}, t`已发出的通知`),
      h('div', {}, sentList(desk.sent)));
  };
  fill(body, () => show());
};
