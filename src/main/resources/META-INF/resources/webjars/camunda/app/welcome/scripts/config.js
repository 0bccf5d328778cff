import {configuration} from './common.js';
import {either} from './language.js';

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/* In place of the maker's documentation, which is in English and elsewhere. */
export default configuration(either('首页', 'Start'), {
  links: [{
    label: either('首页', 'Home page'),
    href: `${root}/`,
    description: either('回到开始页面，选择要办的事', 'Back to the page where everything begins')
  }]
});
