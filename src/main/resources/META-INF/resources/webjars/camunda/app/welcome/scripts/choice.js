/*
 * The other language, in the menu of the account. The server sets the cookie, as it does on the
 * login page; afterwards the page is loaded anew, where it was.
 */
import {either, language} from './language.js';

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const other = language === 'en' ? 'zh' : 'en';

const choose = async event => {
  event.preventDefault();
  await fetch(`${root}/?language=${other}`, {credentials: 'same-origin'});
  location.reload();
};

window.angular.module('cam.commons.auth').directive('account', () => ({
  restrict: 'C',
  link: (scope, [element]) => {
    const link = document.createElement('a');
    link.href = '';
    link.lang = other;
    link.textContent = either('English', '中文');
    link.addEventListener('click', choose);
    const line = document.createElement('li');
    line.className = 'language';
    line.append(link);
    element.querySelector('.dropdown-menu')?.append(line);
  }
}));
