/* The bell: what a person was told, how to be told, and private calendars. */
import {ask, dialog, failure, h} from './page.js';
import {t} from './words.js';

const CHOICES = [
  ['DIGEST', t`每日汇总`, t`每个工作日早晨一封；退回、催办、会议通知等即时发送`],
  ['AT_ONCE', t`全部即时`, t`各种通知随时发送，每日汇总照常`],
  ['RED_ONLY', t`只收逾期`, t`只发送逾期等红色通知`]
];

const open = (link, box) => {
  box.close();
  location.href = link;
};

const notice = (one, box) =>
  h('li', {class: 'xh-notice' + (one.unread ? ' xh-unread' : '') + (one.red ? ' xh-red' : '')},
    h('details', {},
      h('summary', {},
        one.unread && h('span', {class: 'xh-dot', title: t`未读`}, '●'),
        h('span', {class: 'xh-subject'}, one.subject),
        h('span', {class: 'xh-quiet'}, one.at)),
      h('div', {class: 'xh-text', tabindex: '0'}, one.text),
      one.link && h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => open(one.link, box)}, t`打开办理`)));

const choice = (chosen, said) =>
  h('fieldset', {class: 'xh-choice'},
    h('legend', {}, t`邮件接收方式`),
    CHOICES.map(([value, name, help]) =>
      h('label', {},
        h('input', {
          type: 'radio',
          name: 'xh-choice',
          value,
          checked: value === chosen,
          onchange: async () => {
            try {
              await ask('/notices/choice', {method: 'POST', body: {choice: value}});
              said.textContent = t`已保存。`;
            } catch (error) {
              said.textContent = error.message;
            }
          }
        }),
        ` ${name}`, h('small', {class: 'xh-quiet'}, t`　${help}`))),
    said);

const calendar = (one, reload) => {
  const shown = h('div', {class: 'xh-address', role: 'status'});
  const wanted = {campaign: one.campaign, unit: one.unit};
  const create = async () => {
    try {
      const {address} = await ask('/calendars/create', {method: 'POST', body: wanted});
      shown.replaceChildren(
        h('p', {}, t`请把下面的地址加入日历软件（“订阅日历”）。地址只显示这一次，知道地址的人都能看到日程，请勿外传：`),
        h('input', {type: 'text', class: 'form-control', 'aria-label': t`日程订阅地址`, readonly: true, value: address, onfocus: event => event.target.select()}));
    } catch (error) {
      shown.replaceChildren(failure(error));
    }
  };
  const revoke = async () => {
    try {
      await ask('/calendars/revoke', {method: 'POST', body: wanted});
      reload();
    } catch (error) {
      shown.replaceChildren(failure(error));
    }
  };
  return h('div', {class: 'xh-calendar'},
    h('strong', {}, one.unit ? t`${one.name}（单位）` : t`我的日程`),
    h('div', {class: 'xh-buttons'},
      h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: create}, one.exists ? t`换一个新地址` : t`生成订阅地址`),
      one.exists && h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: revoke}, t`停用`)),
    shown);
};

/**
 * Opens the list of notices; whoever opens it has seen them.
 *
 * @param counted told how many are unread
 */
export const openNotices = async counted => {
  const {box, body} = dialog(t`通知`);
  body.append(h('p', {class: 'xh-quiet'}, t`正在读取……`));
  const load = async () => {
    try {
      const [{notices, choice: chosen}, calendars] = await Promise.all([ask('/notices'), ask('/calendars')]);
      body.replaceChildren(
        notices.length
          ? h('ul', {class: 'xh-notices'}, notices.map(one => notice(one, box)))
          : h('p', {class: 'xh-quiet'}, t`没有通知。`),
        choice(chosen, h('span', {class: 'xh-quiet', role: 'status'})),
        h('section', {}, h('h5', {}, t`日历订阅`), calendars.map(one => calendar(one, load))));
      if (notices.some(one => one.unread)) {
        const {unread} = await ask('/notices/read', {method: 'POST', body: {upTo: notices[0].id}});
        counted(unread);
      }
    } catch (error) {
      body.replaceChildren(failure(error));
    }
  };
  await load();
};
