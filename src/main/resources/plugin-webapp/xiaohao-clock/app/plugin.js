/*
 * The simulated time, in the head of every page; for the office with the hand on it. Where time is
 * real, nothing of it appears.
 */
const office = `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/office`;
const [{ask, askOnce, atEachPlace, h, loggedIn}, {t}] = await Promise.all(
  ['page', 'words'].map(name => import(`${office}/${name}.js`)));

const STEPS = [['HOUR', t`前进一小时`], ['NEXT_MORNING', t`到次日早晨`], ['NEXT_DEADLINE', t`到下一个期限`]];

const bar = h('div', {class: 'xh-clock', hidden: true, role: 'status'});

const advance = async by => {
  bar.querySelectorAll('button').forEach(button => { button.disabled = true; });
  bar.classList.add('xh-moving');
  try {
    draw(await ask('/clock/advance', {method: 'POST', body: {by}}));
    // Whatever the page shows is of yesterday now.
    location.reload();
  } catch (error) {
    bar.classList.remove('xh-moving');
    bar.querySelectorAll('button').forEach(button => { button.disabled = false; });
    bar.querySelector('.xh-now').textContent = error.message;
  }
};

const draw = ({text, movable}) => {
  bar.replaceChildren(
    h('span', {class: 'xh-now'}, t`模拟时间 ${text}`),
    ...(movable
      ? STEPS.map(([by, label]) =>
        h('button', {type: 'button', class: 'btn btn-default btn-xs', onclick: () => advance(by)}, label))
      : []));
  bar.hidden = false;
};

const refresh = async () => {
  if (bar.classList.contains('xh-moving')) {
    return;
  }
  if (!loggedIn()) {
    bar.hidden = true;
    return;
  }
  try {
    const {simulated} = await askOnce('/me');
    if (simulated) {
      draw(await ask('/clock'));
    }
  } catch {
    // The session has ended.
    bar.hidden = true;
  }
};

document.body.append(bar);
atEachPlace(refresh);
setInterval(refresh, 60000);

export default [];
