/*
 * What the four webapps need for a language beyond its file. Named in each app's config.js, hence
 * run before the app starts.
 */
import {language} from './language.js';

const base = document.querySelector('base');
const locales = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;

/*
 * The app asks for its texts only when it has started, and keeps them in the browser for next time.
 * A page that draws itself sooner shows keys instead of words, on the first visit and again after an
 * update. So the texts are put where the app looks first. Without them it must still start.
 */
const layTextsReady = async () => {
  const response = await fetch(`${locales}${language}.json?bust=${window.bust}`, {cache: 'no-cache'});
  if (response.ok) {
    const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    kept[`${locales}_locales_data_${language}_${window.bust}`] = await response.text();
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
};
await layTextsReady().catch(console.error);

/* The calendars of the apps know AngularJS's locale, which is American whatever the texts are. */
const months = Array.from({length: 12}, (_, month) => `${month + 1}月`);
const days = [...'日一二三四五六'];

const chineseCalendar = locale =>
  window.angular.merge(locale, {
    id: 'zh-cn',
    DATETIME_FORMATS: {
      AMPMS: ['上午', '下午'],
      DAY: days.map(day => '星期' + day),
      SHORTDAY: days,
      MONTH: months,
      SHORTMONTH: months,
      STANDALONEMONTH: months,
      FIRSTDAYOFWEEK: 0 // counted from Monday
    }
  });

/* What somebody has no right to, or what somebody else did meanwhile, the engine refuses in English. */
const REFUSALS = [
  [/^(?:Error: )?The user with id '.*' does not have /, '您没有查看或办理这项内容的权限。'],
  [/No matching task with id /, '这项任务已经办结、撤回，或者由他人办理了。']
];
const inChinese = message => REFUSALS.find(([english]) => english.test(message ?? ''))?.[1];

const chineseRefusals = notifications => {
  const {addError} = notifications;
  notifications.addError = said => {
    const message = inChinese(said?.message);
    return addError.call(notifications, message ? {...said, message} : said);
  };
  return notifications;
};

if (language === 'zh') {
  window.angular.module('cam.commons.util').decorator('Notifications', ['$delegate', chineseRefusals]);
  window.angular.module('ngLocale').decorator('$locale', ['$delegate', chineseCalendar]);
  window.angular.module('ui.bootstrap.datepicker').config(['uibDatepickerConfig', config => {
    Object.assign(config, {formatDay: 'd', formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年'});
  }]);
}
