/*
 * Chinese; English for whoever chose it on the login page or in the menu of the account. The server
 * keeps the choice in a cookie and answers in the same language.
 */

/** {@code zh} or {@code en}: also the name of the file with the texts of each webapp. */
export const language = /(?:^|;\s*)language=en\b/.test(document.cookie) ? 'en' : 'zh';

/** Whatever differs between the two. */
export const either = (chinese, english) => (language === 'en' ? english : chinese);
