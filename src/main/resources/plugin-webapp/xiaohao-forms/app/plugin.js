const {language} = await import(
  `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/language.js`);

/*
 * Two repairs to Camunda Forms in the Tasklist of 7.24. Both work from outside: the form library
 * (form-js 1.8) is compiled into the webapp and offers no handle of its own.
 */

/*
 * 1. A form with a dynamic list could never be completed.
 *
 * After any edit form-js leaves an empty error object for the repeated fields behind. Tasklist
 * counts keys, takes the form for invalid and keeps the button disabled. We believe it only if the
 * form shows an error. Nothing invalid slips through: the button validates the whole form again.
 */
const believingWhatIsShown = (form, element) =>
  Object.assign(Object.create(form), {
    notifyFormValidated(invalid) {
      if (!invalid) {
        form.notifyFormValidated(false);
        return;
      }
      // The form draws its errors after it has told of them. Until then the button stays as it is:
      // were it disabled for that moment, it would swallow the click that took the focus from a field.
      setTimeout(() => form.notifyFormValidated(
        !element.querySelector('.fjs-form') || Boolean(element.querySelector('.fjs-form-field-error'))));
    }
  });

window.angular.module('cam.tasklist.form').config(['$provide', $provide =>
  $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', $delegate => {
    const [directive] = $delegate;
    const link = directive.link;
    directive.compile = () => (scope, element, attributes, form) =>
      link(scope, element, attributes, believingWhatIsShown(form, element[0]));
    return $delegate;
  }])
]);

/*
 * 2. form-js speaks English only, and has no place for another language.
 *
 * Its own words stand in few places; these are translated as they appear. Labels, options and
 * texts come from the form itself and are never touched.
 */
const WORDS = new Map(Object.entries({
  'Field is required.': '此项必填。',
  'Field must be a valid email.': '电子邮箱格式不正确。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写带国家代码的电话号码，如 +8613800138000。',
  'Select': '请选择',
  'Search': '搜索',
  'Skip to search': '转到搜索',
  'No results': '没有符合的选项',
  'All values selected': '已全部选择',
  'Nothing to show.': '暂无数据。',
  'of': '/',
  'Previous page': '上一页',
  'Next page': '下一页',
  'Click to remove sorting': '点击取消排序',
  'Add new': '新增一行',
  'Collapse': '收起',
  'Remove tag': '移除',
  'Increment': '增加',
  'Decrement': '减少',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  'Powered by bpmn.io': '表单组件：bpmn.io',
  'External content couldn\'t be loaded.': '外部内容无法加载。'
}));

const SENTENCES = [
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  [/^Field must match pattern .+\.$/, '格式不正确。'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '删除第 $1 行'],
  [/^Click to sort by (.+) ascending$/, '点击按“$1”升序排列'],
  [/^Click to sort by (.+) descending$/, '点击按“$1”降序排列'],
  // The pattern of a date, in the order and with the signs that the browser's region prefers.
  [/^y+(\W+)m+\1d+$/, '年$1月$1日'],
  [/^m+(\W+)d+\1y+$/, '月$1日$1年'],
  [/^d+(\W+)m+\1y+$/, '日$1月$1年']
];

const PLACES = [
  'form-field-error', 'select-placeholder', 'taglist-skip-link', 'dropdownlist-empty', 'table-empty',
  'table-td[colspan]', 'table-nav-label', 'repeat-render-add', 'repeat-render-collapse', 'iframe-placeholder-text'
].map(name => '.fjs-container .fjs-' + name).join();

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

const translated = text => {
  const english = text.trim();
  const sentence = SENTENCES.find(([pattern]) => pattern.test(english));
  return WORDS.get(english) ?? (sentence && english.replace(...sentence));
};

const translateText = node => {
  const chinese = node.parentElement?.closest(PLACES) && translated(node.data);
  if (chinese) {
    node.data = chinese;
  }
};

const translateAttribute = (element, name) => {
  const chinese = element.hasAttribute(name) && element.closest('.fjs-container') && translated(element.getAttribute(name));
  if (chinese) {
    element.setAttribute(name, chinese);
  }
};

const translateTree = node => {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    ATTRIBUTES.forEach(name => translateAttribute(node, name));
    node.childNodes.forEach(translateTree);
  }
};

const translating = new MutationObserver(mutations => mutations.forEach(({type, target, attributeName, addedNodes}) => {
  if (type === 'characterData') {
    translateText(target);
  } else if (type === 'attributes') {
    translateAttribute(target, attributeName);
  } else {
    addedNodes.forEach(translateTree);
  }
}));

if (language === 'zh') {
  translating.observe(document.body, {childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES});
}

/* The calendar is a library of its own (flatpickr), and this one does take another language. */
const MONTHS = Array.from({length: 12}, (_, month) => `${month + 1}月`);
const DAYS = [...'日一二三四五六'];

const CALENDAR = {
  months: {shorthand: MONTHS, longhand: MONTHS},
  weekdays: {shorthand: DAYS, longhand: DAYS.map(day => '星期' + day)},
  firstDayOfWeek: 1,
  ordinal: () => '',
  rangeSeparator: ' 至 ',
  weekAbbreviation: '周',
  scrollTitle: '滚动切换',
  toggleTitle: '点击切换',
  amPM: ['上午', '下午'],
  yearAriaLabel: '年',
  monthAriaLabel: '月',
  hourAriaLabel: '时',
  minuteAriaLabel: '分',
  time_24hr: true
};

if (language === 'zh') {
  window.flatpickr?.localize(CALENDAR);
}

export default [];
