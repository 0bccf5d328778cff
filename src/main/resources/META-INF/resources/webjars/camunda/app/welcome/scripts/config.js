// A server that has just started may need longer for its first answer than the seven seconds that
// the loader waits; then the page stayed blank. Patience instead.
window.require.config({waitSeconds: 0});

// Chinese whatever the browser prefers: with one locale no request races another for the dates.
export default {
  app: {name: '销号', vendor: '办公室'},
  locales: {availableLocales: ['zh'], fallbackLocale: 'zh'},
  customScripts: ['../welcome/scripts/chinese', '../welcome/scripts/session'],
  disableWelcomeMessage: true
};
