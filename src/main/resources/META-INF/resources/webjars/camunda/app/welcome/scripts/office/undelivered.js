/* Notices that did not get through, on the board of the office, and once more. */
import {openMailroom} from './mailroom.js';
import {ask, h} from './page.js';
import {t} from './words.js';

const SHOWN = 5;

/**
 * What did not get through; nothing where all did.
 *
 * @param changed called after notices were queued again
 */
export const undelivered = (room, changed) => {
  if (!room.failed) {
    return null;
  }
  const said = h('span', {class: 'xh-quiet', role: 'status'});
  const again = h('button', {
    type: 'button',
    class: 'btn btn-default btn-sm',
    onclick: async () => {
      again.disabled = true;
      try {
        const ids = room.notices.map(({id}) => id);
        const sent = await ask('/mailroom/again', {method: 'POST', body: {campaign: room.campaign, ids}});
        said.textContent = sent.again < ids.length
          ? t`已重新排队 ${sent.again} 条；其余收件人没有可用的邮箱。`
          : t`已重新排队 ${sent.again} 条。`;
        changed();
      } catch (error) {
        said.textContent = error.message;
        again.disabled = false;
      }
    }
  }, t`重新发送`);
  return h('div', {class: 'xh-undelivered'},
    h('h3', {}, t`没有送达的通知（${room.failed}）`),
    h('ul', {}, room.notices.slice(0, SHOWN).map(one =>
      h('li', {}, t`${one.person}：${one.subject}`, h('span', {class: 'xh-quiet'}, ` ${one.result}`)))),
    h('div', {class: 'xh-buttons'}, again,
      h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: openMailroom}, t`发件记录`), said));
};
