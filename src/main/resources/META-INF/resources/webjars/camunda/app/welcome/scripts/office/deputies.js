/* Who acts while somebody is absent: for oneself, and for the people of the unit that one heads. */
import {ask, day, dialog, failure, h, sending} from './page.js';
import {t} from './words.js';

const STATES = {PLANNED: t`未开始`, RUNNING: t`代理中`, ENDED: t`已结束`};
const WAIT = 250;

/* A field in which people are found by a part of their name. */
const finder = (label, name, campaign, more = {}) => {
  let chosen = '';
  let timer;
  const found = h('ul', {class: 'xh-choices', role: 'listbox', hidden: true});
  const input = h('input', {
    type: 'text', name, autocomplete: 'off', placeholder: t`输入姓名查找`, class: 'form-control',
    role: 'combobox', 'aria-expanded': 'false', required: true
  });
  const choose = ({id, name: person}) => {
    chosen = id;
    input.value = person;
    found.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.setCustomValidity('');
  };
  const search = async () => {
    const query = new URLSearchParams({campaign: campaign(), part: input.value.trim(), ...more});
    const people = await ask(`/me/deputy/people?${query}`);
    found.replaceChildren(...people.map(person =>
      h('li', {role: 'option', 'aria-selected': 'false'}, h('button', {type: 'button', class: 'btn btn-link', onclick: () => choose(person)},
        person.name, h('span', {class: 'xh-quiet'}, ` ${person.post} · ${person.id}`)))));
    if (!people.length) {
      found.append(h('li', {class: 'xh-quiet'}, t`没有找到`));
    }
    found.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  input.addEventListener('input', () => {
    chosen = '';
    input.setCustomValidity(t`请从列表中选择。`);
    clearTimeout(timer);
    timer = setTimeout(() => search().catch(error => found.replaceChildren(failure(error))), WAIT);
  });
  const element = h('div', {class: 'xh-finder'}, h('label', {}, h('span', {}, label), input), found);
  return {element, input, value: () => (element.hidden ? '' : chosen)};
};

const ending = (span, reload) => {
  const message = h('span');
  const button = h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: async () => {
    if (button.textContent === t`结束代理`) {
      button.textContent = t`确认结束`;
      return;
    }
    button.disabled = true;
    try {
      await ask('/me/deputy/end', {method: 'POST', body: {id: span.id}});
      reload();
    } catch (error) {
      message.replaceChildren(failure(error));
      button.disabled = false;
    }
  }}, t`结束代理`);
  return [button, message];
};

const table = (spans, reload) =>
  h('table', {class: 'table xh-deputies'},
    h('thead', {}, h('tr', {}, [t`本人`, t`代理人`, t`起止日期`, t`事由`, t`状态`, ''].map(title => h('th', {}, title)))),
    h('tbody', {}, spans.map(span => h('tr', {},
      h('td', {}, span.personName),
      h('td', {}, span.deputyName),
      h('td', {class: 'xh-date'}, t`${day(span.begins)} 至 ${day(span.ends)}`),
      h('td', {}, span.reason),
      h('td', {}, STATES[span.state]),
      h('td', {}, span.mayEnd ? ending(span, reload) : null)))));

const naming = (desks, today, reload) => {
  const campaign = h('select', {class: 'form-control', name: 'campaign'},
    desks.map(desk => h('option', {value: desk.campaign}, desk.title)));
  const whose = h('select', {class: 'form-control', name: 'whose'},
    h('option', {value: 'me'}, t`我本人`), h('option', {value: 'other'}, t`本单位其他人员`));
  const absent = finder(t`本人姓名`, 'person', () => campaign.value, {mine: true});
  const deputy = finder(t`代理人`, 'deputy', () => campaign.value);
  const day = name => h('input', {type: 'date', name, required: true, min: today, value: today, class: 'form-control'});
  const begins = day('begins');
  const ends = day('ends');
  const reason = h('input', {type: 'text', name: 'reason', maxlength: 500, placeholder: t`如出差、休假（可不填）`, class: 'form-control'});
  const submit = h('button', {type: 'submit', class: 'btn btn-primary'}, t`指定代理人`);
  const message = h('div');
  const label = (text, ...input) => h('label', {}, h('span', {}, text), ...input);
  const others = () => {
    absent.element.hidden = whose.value !== 'other';
    absent.input.required = whose.value === 'other';
    absent.input.disabled = whose.value !== 'other';
  };
  whose.addEventListener('change', others);
  begins.addEventListener('change', () => {
    ends.min = begins.value;
    ends.value = ends.value < begins.value ? begins.value : ends.value;
  });
  const form = h('form', {class: 'xh-form xh-naming'},
    h('p', {class: 'xh-quiet'}, t`代理期间，等本人办理的任务同时交给代理人，谁办理都可以；到期自动收回。代理人办理的，记录中注明“代”。`),
    desks.length > 1 && label(t`活动`, campaign),
    desks.some(desk => desk.head) && label(t`为谁指定`, whose),
    absent.element, deputy.element,
    label(t`起止日期`, h('span', {class: 'xh-span'}, begins, t`至`, ends)),
    label(t`事由`, reason), message, h('div', {class: 'xh-buttons'}, submit));
  others();
  sending(form, submit, message, async () => {
    await ask('/me/deputy', {method: 'POST', body: {
      campaign: campaign.value, person: absent.value(), deputy: deputy.value(),
      begins: begins.value, ends: ends.value, reason: reason.value
    }});
    reload();
  });
  return form;
};

/** Opens the deputies that the person has, is and may name. */
export const openDeputies = async () => {
  const {body} = dialog(t`指定代理人`);
  const show = async () => {
    try {
      const [spans, desks, {now}] = await Promise.all(['/me/deputy', '/desk', '/me'].map(path => ask(path)));
      const today = new Date(now).toLocaleDateString('sv-SE', {timeZone: 'Asia/Shanghai'});
      body.replaceChildren(
        desks.length ? naming(desks, today, show) : h('p', {class: 'xh-quiet'}, t`您没有参加任何活动。`),
        h('h4', {}, t`代理情况`),
        spans.length ? table(spans, show) : h('p', {class: 'xh-quiet'}, t`没有代理。`));
    } catch (error) {
      body.replaceChildren(failure(error));
    }
  };
  await show();
};
