// A server that has just started may need longer for its first answer than the seven seconds that
// the loader waits; then the page stayed blank. Patience instead.
window.require.config({waitSeconds: 0});

// Chinese whatever the browser prefers: with one locale no request races another for the dates.
export default {
  app: {name: '销号 · 待办', vendor: '办公室'},
  locales: {availableLocales: ['zh'], fallbackLocale: 'zh'},
  customScripts: ['../welcome/scripts/chinese', '../welcome/scripts/session'],
  disableWelcomeMessage: true,

  // The keys are Tasklist's own; stated here so that their descriptions are Chinese.
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '认领所选任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '定位到第一个视图'},
    focusList: {key: 'ctrl+alt+l', description: '定位到列表中的第一项任务'},
    focusForm: {key: 'ctrl+alt+f', description: '定位到任务表单的第一栏'},
    startProcess: {key: 'ctrl+alt+p', description: '打开发起流程窗口'}
  }
};
