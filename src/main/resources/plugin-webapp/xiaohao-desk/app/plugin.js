/* The desk of those who work in Tasklist: cards, drafts, what is done, and who stands in. */
const office = `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/office`;
const [{ask, askOnce, dialog, entry, h}, {t}, {fillCard}, {openDone, openUnit}, {openDeputies}, {openAppraisal}, {Draft, ofStart, ofTask}] = await Promise.all(
  ['page', 'words', 'cards', 'search', 'deputies', 'appraisal', 'drafts'].map(name => import(`${office}/${name}.js`)));

/*
 * The form library is compiled into the webapp and offers no handle; the registry of its parts does.
 * The number is the library's in 7.24, the last release there is.
 */
const FORM_LIBRARY = 57661;
let Form;
self.webpackChunkcamunda_bpm_webapp.push([['xiaohao-desk'], {}, part => {
  ({Form} = part(FORM_LIBRARY));
}]);

/* Drafts of forms, by the element that they are drawn into. */
const drafts = new WeakMap();

const {importSchema} = Form.prototype;
Form.prototype.importSchema = function (schema, values) {
  const show = filled => importSchema.call(this, schema, filled);
  const draft = drafts.get(this._container.parentNode);
  return draft ? draft.open(this, values, show) : show(values);
};

/* The form hands its doings over to the draft: what is saved, and when it is handed in. */
const keeping = (scope, element, controller) => {
  const {taskId, processDefinitionKey} = controller.getParams() ?? {};
  if (!taskId && !processDefinitionKey) {
    return controller;
  }
  const bar = h('div', {role: 'status'});
  element.parentNode.insertBefore(bar, element);
  const draft = new Draft(taskId ? ofTask(taskId) : ofStart(processDefinitionKey), scope.$root.authentication?.name ?? '', controller, bar);
  drafts.set(element, draft);
  const leave = () => draft.leave();
  const hide = () => document.visibilityState === 'hidden' && leave();
  document.addEventListener('visibilitychange', hide);
  window.addEventListener('pagehide', leave);
  scope.$on('$destroy', () => {
    leave();
    bar.remove();
    document.removeEventListener('visibilitychange', hide);
    window.removeEventListener('pagehide', leave);
  });
  return Object.assign(Object.create(controller), {
    registerSaveHandler: () => controller.registerSaveHandler(() => draft.save()),
    registerCompletionHandler: complete =>
      controller.registerCompletionHandler(callback => draft.complete(complete, callback))
  });
};

window.angular.module('cam.tasklist.form').config(['$provide', $provide =>
  $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', $delegate => {
    const [directive] = $delegate;
    const {compile, link} = directive;
    const wrapped = inner => (scope, element, attributes, controller) =>
      inner(scope, element, attributes, keeping(scope, element[0], controller));
    directive.link = wrapped(link);
    directive.compile = (...all) => wrapped(compile(...all));
    return $delegate;
  }])
]);

/*
 * What is due first stands first. Tasklist sends an order of its own with each question, the newest
 * first, and so overrules the order of the filter.
 */
const DUE_FIRST = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]);

/* Here nothing is wrong with what was filled in. */
const TOO_LATE = /刚刚已由他人办理|刚刚已被他人认领|^Somebody else has just/;

window.angular.module('cam.tasklist')
  .decorator('search', ['$delegate', search => Object.assign((...wanted) => {
    const found = search(...wanted);
    if (!wanted.length && !found.sorting) {
      // the address itself: Tasklist changes what it gets here, and writes it back
      found.sorting = DUE_FIRST;
    }
    return found;
  }, search)])
  .decorator('Notifications', ['$delegate', notifications => {
    const {addError} = notifications;
    notifications.addError = said => addError.call(notifications,
      TOO_LATE.test(said?.message ?? '') ? {...said, status: t`未能办理`} : said);
    return notifications;
  }]);

/* The office has the board in Cockpit; who leads it has no Cockpit, and looks at the board here. */
const openBoard = async () => {
  const {showBoard} = await import(`${office}/board.js`);
  let stop = () => {};
  const {box, body} = dialog(t`活动看板`, () => stop());
  box.classList.add('xh-wide');
  stop = showBoard(body);
};

export default [
  {
    id: 'xiaohao-board',
    pluginPoint: 'tasklist.navbar.action',
    priority: 905,
    render: async node => {
      try {
        if (!(await askOnce('/me')).office && (await ask('/board')).length) {
          node.append(entry(t`活动看板`, openBoard));
        }
      } catch (error) {
        console.debug(error);
      }
    }
  },
  {
    id: 'xiaohao-card',
    pluginPoint: 'tasklist.card',
    priority: 900,
    render: (node, {taskId}) => fillCard(node, taskId)
  },
  {
    id: 'xiaohao-done',
    pluginPoint: 'tasklist.navbar.action',
    priority: 899,
    render: node => node.append(entry(t`已办`, openDone))
  },
  {
    id: 'xiaohao-unit',
    pluginPoint: 'tasklist.navbar.action',
    priority: 898,
    render: async node => {
      try {
        if ((await ask('/desk')).some(desk => desk.units.length)) {
          node.append(entry(t`本单位`, openUnit));
        }
      } catch (error) {
        console.debug(error);
      }
    }
  },
  {
    id: 'xiaohao-deputies',
    pluginPoint: 'tasklist.navbar.action',
    priority: 870,
    render: node => node.append(entry(t`代理`, openDeputies))
  },
  {
    id: 'xiaohao-appraisal',
    pluginPoint: 'tasklist.navbar.action',
    priority: 865,
    render: node => node.append(entry(t`考核`, openAppraisal))
  }
];
