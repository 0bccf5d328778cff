/*
 * Pages ask for news by themselves. Which of their requests nobody caused is said along, so that
 * the session of whoever has left ends in its time.
 */
const WHILE = 60000;

let touched = Date.now();
const touch = () => { touched = Date.now(); };
/* A pointer that lies still is said to move when the page is drawn anew under it. */
const move = ({movementX, movementY}) => (movementX || movementY) && touch();
const watch = (act, then) => window.addEventListener(act, then, {capture: true, passive: true});
['pointerdown', 'keydown', 'wheel', 'touchstart'].forEach(act => watch(act, touch));
watch('pointermove', move);

const MARK = ['X-Xiaohao-Unattended', 'true'];
const left = () => Date.now() - touched > WHILE;

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  if (left()) {
    this.setRequestHeader(...MARK);
  }
  return send.apply(this, body);
};

const {fetch} = window;
window.fetch = (asked, how = {}) => {
  if (!left()) {
    return fetch(asked, how);
  }
  const headers = new Headers(how.headers ?? asked.headers);
  headers.set(...MARK);
  return fetch(asked, {...how, headers});
};
