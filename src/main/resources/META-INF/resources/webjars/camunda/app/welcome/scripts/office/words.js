/* The words of our modules in the language of the reader. */
import {language} from '../language.js';

const english = language === 'en' ? (await import('./english.js')).default : {};

/** What stands behind it in Chinese, or its English: {@code t`第 ${number} 稿`}. */
export const t = ({raw}, ...values) => {
  const chinese = raw.reduce((all, part, index) => `${all}{${index - 1}}${part}`);
  return (english[chinese] ?? chinese).replace(/\{(\d+)\}/g, (place, index) => values[index]);
};
