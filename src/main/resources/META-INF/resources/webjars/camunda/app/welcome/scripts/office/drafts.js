/*
 * What is typed into the form of a task, or into one that begins a process, is kept on the server:
 * some seconds after a change, and when the page is left. Opened again, wherever that may be, the
 * form is filled with it.
 *
 * Tasklist has a store of its own in the browser, which knows no person and stays on one computer.
 * Here the browser is the refuge for what the server could not take, as when the session is over.
 */
import {ask, h} from './page.js';
import {t} from './words.js';

const PAUSE = 3000;
const EMPTY = '{}';

/* Well below what a browser lets a page send while it is being closed, three bytes a character. */
const LITTLE = 18_000;

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The fields of `now` that differ from `before`, whole. */
const changes = (now, before) => Object.fromEntries(
  Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));

/** Fills values in, groups field by field. */
const filled = (values, typed) => Object.entries(typed).reduce((all, [name, value]) => ({
  ...all,
  [name]: isObject(value) && isObject(all[name]) ? filled(all[name], value) : value
}), values);

/** The form of a task, which ends its draft itself when it is handed in. */
export const ofTask = task => ({
  path: `/task/${encodeURIComponent(task)}/draft`,
  key: task,
  handedIn: () => {}
});

/** The form that begins a process. Tasklist's own store takes all of these for one. */
export const ofStart = process => ({
  path: `/process/${encodeURIComponent(process)}/draft`,
  key: `start:${process}`,
  tasklists: 'undefined',
  handedIn: () => ask(`/process/${encodeURIComponent(process)}/draft`, {method: 'DELETE', keepalive: true})
});

/** What Tasklist has put aside on its own; nobody knows whose it is. */
const forgetTasklists = ({key, tasklists = key}) => localStorage.removeItem(`camunda-form:${tasklists}`);

/**
 * The draft of a form.
 *
 * @param subject what the form is for, see above
 * @param controller Tasklist's handle of the form
 * @param bar where to say what was restored and saved
 */
export class Draft {
  #subject;
  #refuge;
  #controller;
  #bar;
  #form;
  #before = {};
  #stored = EMPTY;
  #at = null;
  #restored;
  #timer;
  #sending = Promise.resolve();
  #over = false;

  constructor(subject, person, controller, bar) {
    this.#subject = subject;
    this.#refuge = `xiaohao-draft:${person}:${subject.key}`;
    this.#controller = controller;
    this.#bar = bar;
    forgetTasklists(subject);
  }

  /**
   * Shows the form, filled with what was typed before.
   *
   * @param show shows it with these values
   */
  async open(form, values, show) {
    this.#form = form;
    const result = await show(values);
    this.#before = structuredClone(form._getState().data);
    try {
      await this.#restore(values, show);
    } catch (error) {
      this.#say('warning', error.message);
    }
    form.on('changed', () => this.#later());
    return result;
  }

  async #restore(values, show) {
    const kept = await ask(this.#subject.path);
    this.#at = kept?.at ?? null;
    this.#stored = JSON.stringify(kept?.content ?? {});
    // What the server could not take counts, unless it took something newer since.
    const refuge = JSON.parse(localStorage.getItem(this.#refuge) ?? 'null');
    localStorage.removeItem(this.#refuge);
    const typed = refuge?.on === this.#at ? refuge.content : kept?.content;
    if (!typed || !Object.keys(typed).length) {
      return;
    }
    await show(filled(structuredClone(values), typed));
    const words = typed === kept?.content ? t`已恢复 ${kept.time} 自动保存的内容。` : t`已恢复上次未能提交的内容。`;
    this.#restored = this.#typed();
    this.#say('restored', words, this.#discarding(values, show));
    this.#later();
  }

  /* What is thrown away cannot be had back: asked twice. */
  #discarding(values, show) {
    const button = h('button', {type: 'button', class: 'btn btn-link', onclick: async () => {
      if (button.textContent === t`放弃草稿`) {
        button.textContent = t`确认放弃，恢复原来的内容`;
        return;
      }
      await show(values);
      await this.save();
      this.#say('saved', t`已放弃草稿，恢复为原来的内容。`);
    }}, t`放弃草稿`);
    return button;
  }

  #say(kind, text, ...more) {
    this.#bar.className = `xh xh-draft xh-draft-${kind}`;
    this.#bar.replaceChildren(text, ...more);
  }

  #later() {
    this.#timer ??= setTimeout(() => this.save(), PAUSE);
  }

  /** What was typed, as text. */
  #typed() {
    return JSON.stringify(changes(this.#form._getState().data, this.#before));
  }

  /** Sends what was typed, after what is under way. */
  save() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  async #send() {
    if (this.#over || !this.#form) {
      return;
    }
    const typed = this.#typed();
    if (typed === this.#stored) {
      this.#controller.notifyFormDirty(false);
      return;
    }
    try {
      if (typed === EMPTY) {
        await ask(this.#subject.path, {method: 'DELETE'});
        this.#at = null;
      } else {
        const body = {content: JSON.parse(typed)};
        const {at, time} = await ask(this.#subject.path, {method: 'PUT', body, keepalive: typed.length < LITTLE});
        this.#at = at;
        if (typed !== this.#restored) {
          this.#say('saved', t`${time} 已自动保存`);
        }
      }
      this.#stored = typed;
      localStorage.removeItem(this.#refuge);
      if (this.#typed() === typed) {
        this.#controller.notifyFormDirty(false);
      }
    } catch (error) {
      this.#keepHere(typed);
      this.#say('warning', error.status === 401
        ? t`登录已过期。填写的内容已暂存在这台电脑上，重新登录后打开本任务即自动恢复。`
        : t`没有保存到服务器，内容暂存在这台电脑上：${error.message}`);
    }
  }

  #keepHere(typed) {
    localStorage.setItem(this.#refuge, JSON.stringify({on: this.#at, content: JSON.parse(typed)}));
  }

  /** The page is being left: nothing may wait. */
  leave() {
    forgetTasklists(this.#subject);
    if (!this.#over && this.#form && this.#typed() !== this.#stored) {
      this.#keepHere(this.#typed());
      this.save();
    }
  }

  /**
   * Hands the form in: nothing is saved meanwhile, and nothing afterwards if it succeeds.
   *
   * @param complete calls back with an error, or without
   */
  async complete(complete, callback) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#sending;
    this.#over = true;
    complete((error, ...answer) => {
      this.#over = !error;
      if (error) {
        this.#later();
      } else {
        localStorage.removeItem(this.#refuge);
        Promise.resolve(this.#subject.handedIn()).catch(console.debug);
      }
      callback(error, ...answer);
    });
  }
}
