/* The item behind a task, its files, and all that a person owes. */
const office = `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/office`;
const [{ask, askOnce, atEachPlace, entry, fill, h, loggedIn}, {t}, {itemPage}, {filesPage}, {openMine}, {openReviews}, {openSchedule, schedulePage}] = await Promise.all(
  ['page', 'words', 'item', 'files', 'mine', 'review', 'schedule'].map(name => import(`${office}/${name}.js`)));

const ofTask = taskId => ask(`/task/${encodeURIComponent(taskId)}/item`);

/* Tasks about a phase or the campaign are no items: the office gets the dates of all there. */
const aboutNoItem = error => error.code === 'webapps.task-without-item-unknown';

const ofKey = key => ask(`/item?key=${encodeURIComponent(key)}`);

/* What is done here may end the task: afterwards the item is read by its key. */
const showItem = (node, taskId) => {
  const show = key => fill(node, async () => {
    try {
      const item = await (key ? ofKey(key) : ofTask(taskId));
      return itemPage(item, () => show(item.key));
    } catch (error) {
      if (!aboutNoItem(error)) {
        throw error;
      }
      const page = h('div');
      schedulePage(page);
      return page;
    }
  });
  return show();
};

const showFiles = (node, taskId) => fill(node, async () => {
  const page = h('div');
  try {
    await filesPage(page, (await ofTask(taskId)).key);
    return page;
  } catch (error) {
    if (!aboutNoItem(error)) {
      throw error;
    }
    return h('p', {class: 'xh-quiet'}, t`这项任务没有附件。`);
  }
});

/* Papers that wait for this reviewer; nothing where there are none. */
const waiting = h('span', {class: 'badge'});
const reviews = h('a', {href: '', hidden: true, onclick: event => {
  event.preventDefault();
  openReviews(countReviews);
}}, t`批量审核 `, waiting);
const countReviews = async () => {
  if (loggedIn()) {
    const {total} = await ask('/reviews/count');
    waiting.textContent = String(total);
    reviews.hidden = total === 0;
  }
};
atEachPlace(countReviews);

/* Tasklist needs the width of a desk; a phone has pages of its own, and the task at hand there. */
const home = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const phone = h('a', {class: 'xh-phone', href: ''}, t`屏幕较窄，请用手机版办理`);
phone.addEventListener('click', () => {
  const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  phone.href = task ? `${home}/m/task/${task}` : `${home}/m`;
});
document.body.append(phone);

/*
 * A card is red when its limit has passed by the product's time. Tasklist compares with the clock
 * of this computer, which may be wrong, and in a simulated campaign always is.
 */
let ahead;
let cards;
const learnTime = async () => {
  if (!loggedIn()) {
    return;
  }
  try {
    const {now} = await askOnce('/me');
    ahead = new Date(now) - Date.now();
  } catch (error) {
    // Without an answer the clock of this computer has to do.
    ahead ??= 0;
    throw error;
  } finally {
    cards?.$applyAsync();
  }
};
atEachPlace(learnTime);

window.angular.module('cam.tasklist').directive('dueDate', () => ({
  restrict: 'C',
  link: (scope, element) => {
    cards = scope.$root;
    scope.$watch(
      // Nothing is late before it is known what time it is.
      () => Boolean(scope.task?.due) && new Date(scope.task.due) - Date.now() < (ahead ?? -Infinity),
      overdue => element.toggleClass('xh-overdue', overdue));
  }
}));

/* "In 3 days" is wrong where this computer's clock is; a date is right. */
window.angular.module('angularMoment').config(['amTimeAgoConfig', config =>
  Object.assign(config, {fullDateThreshold: -1e6, fullDateFormat: t`YYYY年M月D日 HH:mm`})]);

/* Around the sentence that a rule of the house says, the engine wraps two of its own. */
const WRAPPED = /Exception while invoking TaskListener: ([^]*?)'?$/;

window.angular.module('cam.tasklist').decorator('Notifications', ['$delegate', notifications => {
  const {addError} = notifications;
  notifications.addError = notification => {
    const sentence = WRAPPED.exec(notification?.message ?? '')?.[1];
    return addError.call(notifications, sentence
      ? {...notification, status: t`未能提交`, message: sentence}
      : notification);
  };
  return notifications;
}]);

export default [
  {
    id: 'xiaohao-item',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: {label: t`事项`},
    render: (node, {taskId}) => {
      node.classList.add('xh');
      showItem(node, taskId);
    }
  },
  {
    id: 'xiaohao-files',
    pluginPoint: 'tasklist.task.detail',
    priority: 890,
    properties: {label: t`附件`},
    render: (node, {taskId}) => {
      node.classList.add('xh');
      showFiles(node, taskId);
    }
  },
  {
    id: 'xiaohao-mine',
    pluginPoint: 'tasklist.navbar.action',
    priority: 900,
    render: node => node.append(entry(t`我的事项`, openMine))
  },
  {
    id: 'xiaohao-review',
    pluginPoint: 'tasklist.navbar.action',
    priority: 895,
    render: node => node.append(reviews)
  },
  {
    id: 'xiaohao-schedule',
    pluginPoint: 'tasklist.navbar.action',
    priority: 910,
    render: async node => {
      if ((await askOnce('/me')).office) {
        node.append(entry(t`活动安排`, openSchedule));
      }
    }
  }
];
