/*
 * What the plugins share: building pages out of data without ever reading data as HTML, and asking
 * the server.
 */
import {either} from '../language.js';
import {t} from './words.js';

const root = document.querySelector('base').getAttribute('app-root');
const engine = () => location.pathname.slice(root.length).split('/')[3] || 'default';

/** Address of an endpoint of this product. */
export const address = path => `${root}/api/xiaohao/${engine()}${path}`;

/** The page must prove with each change that it is ours; the token may change while it is open. */
export const token = () => document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? '';

const SENTENCES = {
  401: t`登录已过期，请重新登录后再试。页面上填写的内容请先复制留存。`,
  403: t`您没有这项操作的权限。`,
  413: t`文件太大，没有上传。`
};

/** The sentence for a person out of an answer that says no. */
export const reason = (status, text) => {
  try {
    const problem = JSON.parse(text);
    if (problem.detail) {
      return problem.detail;
    }
  } catch {
    // Not from us: a proxy, a filter.
  }
  return SENTENCES[status] ?? t`操作没有成功（${status}），请稍后重试。`;
};

const code = text => {
  try {
    return JSON.parse(text).code;
  } catch {
    return undefined;
  }
};

/**
 * Asks the server; throws an error whose message is made for the person.
 *
 * @param body sent as JSON; a FormData as a form with files
 * @param keepalive whether the question outlives the page; the browser allows 64 kB for that
 */
export const ask = async (path, {method = 'GET', body, keepalive = false} = {}) => {
  const json = body && !(body instanceof FormData);
  let response;
  try {
    response = await fetch(address(path), {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      headers: {'X-XSRF-TOKEN': token(), ...(json && {'Content-Type': 'application/json'})},
      body: json ? JSON.stringify(body) : body
    });
  } catch {
    throw new Error(t`连接不上服务器，请检查网络后重试。`);
  }
  const text = await response.text();
  if (!response.ok) {
    throw Object.assign(new Error(reason(response.status, text)), {status: response.status, code: code(text)});
  }
  return text ? JSON.parse(text) : undefined;
};

const asked = new Map();

/** Asks what several parts of a page want to know at the same moment: one answer serves them all. */
export const askOnce = path => {
  if (!asked.has(path)) {
    asked.set(path, ask(path).finally(() => asked.delete(path)));
  }
  return asked.get(path);
};

const written = parts => new Intl.DateTimeFormat(either('zh-CN', 'en-GB'), {...parts, timeZone: 'UTC'});
const DAY = written({year: 'numeric', month: either('long', 'short'), day: 'numeric'});
const SHORT = written({month: either('long', 'short'), day: 'numeric'});

/** A day, which the server sends as 2017-03-30, as people write it; moments come written. */
export const day = iso => (iso ? DAY.format(new Date(iso)) : '');

/** The same without the year, where there is little room. */
export const shortDay = iso => SHORT.format(new Date(iso));

/** Whether somebody is logged in, as far as the page knows. */
export const loggedIn = () => Boolean(location.hash) && !location.hash.startsWith('#/login');

/**
 * Does something now, and again whenever the person has gone somewhere else in the app. An app that
 * opens changes its address several times in a row: that counts as once.
 */
export const atEachPlace = act => {
  let soon;
  const arrive = () => {
    clearTimeout(soon);
    soon = setTimeout(() => Promise.resolve(act()).catch(console.debug), 200);
  };
  window.addEventListener('hashchange', arrive);
  arrive();
};

/** An element. Strings become text, whatever they contain; on… attributes take functions. */
export const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
};

/** A word in the head of the page that opens something. */
export const entry = (label, open, ...more) =>
  h('a', {href: '', onclick: event => {
    event.preventDefault();
    open();
  }}, label, ...more);

/** A line that says what went wrong, read out by screen readers. */
export const failure = error => h('p', {class: 'xh-failure', role: 'alert'}, error.message);

/**
 * Lets a form send what was filled in, once however often it is clicked, and say why not.
 *
 * @param submit its button
 * @param message where it says so
 * @param send sends it; what it throws is said
 */
export const sending = (form, submit, message, send) => form.addEventListener('submit', async event => {
  event.preventDefault();
  if (submit.disabled) {
    return;
  }
  submit.disabled = true;
  message.replaceChildren();
  try {
    await send();
  } catch (error) {
    message.replaceChildren(failure(error));
    submit.disabled = false;
  }
});

/** Puts what a promise yields into a node, or why it failed. */
export const fill = async (node, content) => {
  node.replaceChildren(h('p', {class: 'xh-quiet'}, t`正在读取……`));
  try {
    node.replaceChildren(await content());
  } catch (error) {
    node.replaceChildren(failure(error));
  }
};

/** A state as a small coloured word. */
export const badge = item =>
  h('span', {class: `xh-badge xh-${item.stateCode.toLowerCase()}`}, item.state);

const LIGHTS = {BLUE: t`蓝灯`, YELLOW: t`黄灯`, RED: t`红灯`};

/** The light of an item; nothing where it has none. */
export const light = item =>
  LIGHTS[item.light] && h('span', {class: `xh-badge xh-light-${item.light.toLowerCase()}`}, LIGHTS[item.light]);

/** Opens a dialog with a title; gives its body, which closes with the dialog. */
export const dialog = (title, closed = () => {}) => {
  const body = h('div', {class: 'xh-body'});
  const heading = h('h3', {id: 'xh-dialog-title'}, title);
  const box = h('dialog', {class: 'xh-dialog', 'aria-labelledby': 'xh-dialog-title'},
    h('header', {}, heading, h('button', {type: 'button', class: 'btn btn-link', onclick: () => box.close()}, t`关闭`)),
    body);
  box.addEventListener('close', () => {
    box.remove();
    closed();
  });
  document.body.append(box);
  box.showModal();
  return {box, body};
};
