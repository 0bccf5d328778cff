/* Unread notices on top of Tasklist; for the office also what left the house. */
const office = `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/office`;
const [{ask, atEachPlace, entry, h, loggedIn}, {t}, {openNotices}, {openMailroom}] = await Promise.all(
  ['page', 'words', 'notices', 'mailroom'].map(name => import(`${office}/${name}.js`)));

const MINUTE = 60000;
const WANTED = 'xiaohao-item';

const number = h('span', {class: 'badge xh-unread-count', hidden: true});

const show = unread => {
  number.textContent = unread > 99 ? '99+' : String(unread);
  number.hidden = unread === 0;
};

const count = async () => {
  if (loggedIn()) {
    show((await ask('/notices/count')).unread);
  }
};

/* A link in a mail names the item; which task waits for it is known now, and only to who may do it. */
const goToItem = async () => {
  const wanted = /[?&]item=([^&]+)/.exec(location.hash)?.[1];
  if (wanted) {
    sessionStorage.setItem(WANTED, decodeURIComponent(wanted));
  }
  const key = sessionStorage.getItem(WANTED);
  if (key && loggedIn()) {
    let task;
    try {
      ({task} = await ask(`/item-task?key=${encodeURIComponent(key)}`));
    } catch (error) {
      // Without an answer, as when the page is loaded anew meanwhile, the item is still wanted.
      if (error.status) {
        sessionStorage.removeItem(WANTED);
      }
      throw error;
    }
    sessionStorage.removeItem(WANTED);
    location.hash = task ? `#/?task=${encodeURIComponent(task)}` : '#/';
  }
};

const follow = () => goToItem().catch(console.debug);

follow();
window.addEventListener('hashchange', follow);
atEachPlace(count);
setInterval(() => count().catch(console.debug), MINUTE);

export default [
  {
    id: 'xiaohao-bell',
    pluginPoint: 'tasklist.navbar.action',
    priority: 890,
    render: node => node.append(entry(t`通知`, () => openNotices(show), ' ', number))
  },
  {
    id: 'xiaohao-mailroom',
    pluginPoint: 'tasklist.navbar.action',
    priority: 880,
    render: async node => {
      try {
        if ((await ask('/mailroom/campaigns')).length) {
          node.append(entry(t`发件记录`, openMailroom));
        }
      } catch (error) {
        console.debug(error);
      }
    }
  }
];
