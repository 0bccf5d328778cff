/*
 * People have one name, as the roster has it. The pages of Admin and of one's own profile ask for
 * two, and would save nothing without the second: it is not shown (office.css), hence not asked for
 * either. Nor do they suggest how somebody else is called.
 */
const LAST_NAMES = ['inputLastname', 'user-profile-lastname'];

const notAsked = ([required]) => {
  const {compile} = required;
  required.compile = (...template) => {
    const link = compile(...template);
    return (scope, element, ...more) => LAST_NAMES.includes(element[0].id) || link(scope, element, ...more);
  };
  return [required];
};

const withoutExample = () => ({
  restrict: 'E',
  compile: ([input]) => { input.id.startsWith('user-profile-') && input.removeAttribute('placeholder'); }
});

window.angular.module('cam.commons.util')
  .decorator('requiredDirective', ['$delegate', notAsked])
  .directive('input', withoutExample);
