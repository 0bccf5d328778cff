/*
 * One login for everything. The webapps have a login form of their own inside the page; instead of
 * showing it they go to the house's login page, and come back to where they were. What was typed
 * into a form has been kept in the browser by then: Tasklist does so on the same event.
 */
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

window.angular.module('cam.commons.auth').run(['$rootScope', scope => {
  let leaving = false;
  const leave = event => {
    event.preventDefault();
    if (!leaving) {
      leaving = true;
      // Other listeners of this event still have text to save. The page asks for itself anew, and
      // the front door sends it to the login.
      setTimeout(() => location.reload());
    }
  };
  scope.$on('authentication.login.required', leave);
  scope.$on('authentication.logout.success', event => {
    event.preventDefault();
    leaving = true;
    location.assign(`${root}/login?goodbye`);
  });
}]);
