import {configuration} from '../../welcome/scripts/common.js';
import {either} from '../../welcome/scripts/language.js';

export default configuration(either('待办', 'Tasks'), {
  // The keys are Tasklist's own; stated here so that their descriptions are in the right language.
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: either('认领所选任务', 'claims the selected task')},
    focusFilter: {key: 'ctrl+shift+f', description: either('定位到第一个视图', 'goes to the first filter')},
    focusList: {key: 'ctrl+alt+l', description: either('定位到列表中的第一项任务', 'goes to the first task of the list')},
    focusForm: {key: 'ctrl+alt+f', description: either('定位到任务表单的第一栏', 'goes to the first field of the form')},
    startProcess: {key: 'ctrl+alt+p', description: either('打开发起流程窗口', 'opens the window that starts a process')}
  }
});
