/*
 * The board in Cockpit: on the first page, on a page of its own, and on each instance the item
 * behind it. Only for those who watch over a campaign.
 */
const office = `${document.querySelector('base').getAttribute('app-root')}/app/welcome/scripts/office`;
const [{showBoard}, {itemPage}, {ask, fill, h}, {t}] = await Promise.all(
  ['board', 'item', 'page', 'words'].map(name => import(`${office}/${name}.js`)));

const PATH = '/board';

const board = id => {
  let stop = () => {};
  return {
    id,
    render: node => { stop = showBoard(node); },
    unmount: () => stop()
  };
};

const keyOf = async (api, instance) => {
  const response = await fetch(`${api.engineApi}/process-instance/${encodeURIComponent(instance)}`,
    {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  return response.ok ? (await response.json()).businessKey : undefined;
};

const item = async (node, {api, processInstanceId}) => {
  const place = h('div', {class: 'xh-board'});
  node.replaceChildren(place);
  const show = () => fill(place, async () => {
    const key = await keyOf(api, processInstanceId);
    if (!key) {
      return h('p', {class: 'xh-quiet'}, t`这个流程没有对应的事项。`);
    }
    return itemPage(await ask(`/item?key=${encodeURIComponent(key)}`), show);
  });
  await show();
};

export default [
  {...board('xiaohao.board.dashboard'), pluginPoint: 'cockpit.dashboard', priority: 100},
  {...board('xiaohao.board.route'), pluginPoint: 'cockpit.route', properties: {path: PATH}},
  {
    id: 'xiaohao.board.navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 100,
    properties: {path: PATH},
    render: node => { node.replaceChildren(h('a', {href: `#${PATH}`}, t`活动看板`)); }
  },
  {
    id: 'xiaohao.board.item',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 100,
    properties: {label: t`事项`},
    render: item
  }
];
