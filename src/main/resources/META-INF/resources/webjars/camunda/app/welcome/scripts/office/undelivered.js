/* Notices that did not get through, on the board of the office, and once more. */
import {openMailroom, sendAgain} from './mailroom.js';
import {h} from './page.js';
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
        said.textContent = await sendAgain(room.campaign, {all: true}, room.failed);
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
