/* For the office: what left the house, what did not, and once more. */
import {ask, dialog, failure, fill, h} from './page.js';
import {t} from './words.js';

const SHOWN = [['failed', t`未送达`], ['waiting', t`等待发送`], ['sent', t`已送达`], ['all', t`全部`]];

/* In a frame in which nothing runs and which knows nothing of this page. */
const openMail = (campaign, one) => {
  const {body} = dialog(one.subject);
  fill(body, async () => {
    const {html} = await ask(`/mailroom/${encodeURIComponent(campaign)}/${one.id}`);
    return h('iframe', {class: 'xh-mail', sandbox: true, title: one.subject, srcdoc: html});
  });
};

/**
 * Queues notices again, and says how many.
 *
 * @param which {ids} or {all: true}
 */
export const sendAgain = async (campaign, which, wanted) => {
  const {again} = await ask('/mailroom/again', {method: 'POST', body: {campaign, ...which}});
  return again < wanted
    ? t`已重新排队 ${again} 条；其余收件人没有可用的邮箱。`
    : t`已重新排队 ${again} 条。`;
};

const result = one => [one.result, one.error && h('div', {class: 'xh-failure'}, one.error)];

const row = (campaign, one, chosen) =>
  h('tr', {},
    h('td', {}, one.again && h('input', {
      type: 'checkbox',
      'aria-label': t`选择`,
      onchange: event => event.target.checked ? chosen.add(one.id) : chosen.delete(one.id)
    })),
    h('td', {class: 'xh-date'}, one.at),
    h('td', {}, one.person, h('div', {class: 'xh-quiet'}, one.address ?? '')),
    h('td', {}, h('a', {href: '', onclick: event => {
      event.preventDefault();
      openMail(campaign, one);
    }}, one.subject)),
    h('td', {}, one.channel),
    h('td', {}, result(one)));

const table = (campaign, notices, chosen) =>
  h('div', {class: 'xh-scroll'}, h('table', {class: 'table table-condensed'},
    h('thead', {}, h('tr', {}, ['', t`时间`, t`收件人`, t`题目`, t`渠道`, t`结果`].map(title => h('th', {}, title)))),
    h('tbody', {}, notices.map(one => row(campaign, one, chosen)))));

const mailroom = async (campaign, show, before, reload) => {
  const tail = before ? `&before=${before}` : '';
  const page = await ask(`/mailroom?campaign=${encodeURIComponent(campaign)}&show=${show}${tail}`);
  const chosen = new Set();
  const said = h('span', {class: 'xh-quiet', role: 'status'});
  const act = async what => {
    try {
      const words = await what([...chosen]);
      await reload(show);
      said.textContent = words;
    } catch (error) {
      said.textContent = error.message;
    }
  };
  const again = () => act(ids => sendAgain(campaign, {ids}, ids.length));
  const drop = () => act(async ids => {
    const {dropped} = await ask('/mailroom/drop', {method: 'POST', body: {campaign, ids}});
    return t`${dropped} 条不再发送。`;
  });
  return h('section', {},
    h('h4', {}, page.title),
    h('div', {class: 'xh-views', role: 'tablist'}, SHOWN.map(([code, name]) =>
      h('button', {
        type: 'button',
        role: 'tab',
        'aria-selected': String(code === show),
        class: 'btn btn-sm ' + (code === show ? 'btn-primary' : 'btn-default'),
        onclick: () => reload(code)
      }, code === 'failed' ? t`${name}（${page.failed}）` : name))),
    page.notices.length ? table(campaign, page.notices, chosen) : h('p', {class: 'xh-quiet'}, t`没有通知。`),
    h('div', {class: 'xh-buttons'},
      page.notices.some(one => one.again) && h('button', {type: 'button', class: 'btn btn-primary btn-sm', onclick: again}, t`重新发送所选`),
      page.notices.some(one => one.again) && h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: drop}, t`不再发送所选`),
      page.more && h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => reload(show, page.notices.at(-1).id)}, t`更早的`),
      said));
};

/** Opens the mailroom. */
export const openMailroom = async () => {
  const {body} = dialog(t`发件记录`);
  try {
    for (const {id} of await ask('/mailroom/campaigns')) {
      const part = h('div', {});
      body.append(part);
      const load = (show, before) => fill(part, () => mailroom(id, show, before, load));
      load('failed');
    }
  } catch (error) {
    body.replaceChildren(failure(error));
  }
};

/** Everything that was said about an item; for the office only. */
export const noticesOf = async key => {
  const part = h('div', {});
  const load = async said => {
    const notices = await ask(`/mailroom/item?key=${encodeURIComponent(key)}`);
    part.replaceChildren(notices.length
      ? h('table', {class: 'table table-condensed xh-events'},
        h('tbody', {}, notices.map(one => noticeOf(one, load))))
      : h('p', {class: 'xh-quiet'}, t`没有通知。`), h('span', {class: 'xh-quiet', role: 'status'}, said));
  };
  await load('');
  return part;
};

const noticeOf = (one, load) =>
  h('tr', {},
    h('td', {}, one.sentAt || one.at),
    h('td', {}, one.person, h('div', {class: 'xh-quiet'}, one.address ?? '')),
    h('td', {}, one.subject),
    h('td', {}, one.channel, h('div', {class: 'xh-quiet'}, one.readAt && t`${one.readAt} 已读`)),
    h('td', {}, result(one), one.again && h('button', {
      type: 'button',
      class: 'btn btn-default btn-xs',
      onclick: async () => {
        try {
          await load(await sendAgain(one.campaign, {ids: [one.id]}, 1));
        } catch (error) {
          await load(error.message);
        }
      }
    }, t`重新发送`)));
