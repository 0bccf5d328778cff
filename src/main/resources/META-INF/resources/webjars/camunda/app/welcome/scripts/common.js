/* What the config.js of all four webapps share. */
import {either, language} from './language.js';

// A server that has just started may need longer for its first answer than the seven seconds that
// the loader waits; then the page stayed blank. Patience instead.
window.require.config({waitSeconds: 0});

/* Their pages say English. Chinese glyphs, not the Japanese ones of the same characters. */
document.documentElement.lang = either('zh-CN', 'en');

/**
 * The configuration of a webapp. It knows one language, whatever the browser prefers: with one no
 * request races another for the dates.
 */
export const configuration = (name, more = {}) => ({
  app: {name, vendor: either('销号', 'Xiaohao')},
  locales: {availableLocales: [language], fallbackLocale: language},
  customScripts: ['../welcome/scripts/texts', '../welcome/scripts/session', '../welcome/scripts/attention', '../welcome/scripts/choice', '../welcome/scripts/names'],
  disableWelcomeMessage: true,
  ...more
});
