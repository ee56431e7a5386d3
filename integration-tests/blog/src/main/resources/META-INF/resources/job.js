import {ApiError, request} from './api.js';
import {number, posts} from './view.js';

const KEY = 'blog.job';
const POLL_MILLIS = 300;
const RETRY_MILLIS = 2000;
const STALLED_MILLIS = 30_000;

const TEXTS = {
  'add-tag': {running: job => `Adding the tag "${job.tag}"`, done: job => `Tag "${job.tag}" added to ${posts(job.done)}`},
  'remove-tag': {running: job => `Removing the tag "${job.tag}"`, done: job => `Tag "${job.tag}" removed from ${posts(job.done)}`},
  delete: {running: () => 'Deleting posts', done: job => `${posts(job.done)} deleted`},
};

/**
 * Shows the progress of an action that the server runs. The id of the action is kept in the browser's storage until the panel
 * is closed, so it is shown again after a reload, and on other pages of the list.
 */
export class JobPanel {
  #id = null;
  #running = false;
  #timer = 0;
  #moved = {done: -1, at: 0};
  #quarter = 0;
  #onChange;
  #part = name => document.getElementById(name);

  /** @param onChange called with true when an action begins or is found running, with false when it ends */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#part('job-dismiss').addEventListener('click', () => {
      this.#forget();
      document.getElementById('results').focus(); // the button has gone
    });
  }

  get running() {
    return this.#running;
  }

  /** Shows the action that was started before a reload, if there is one. */
  resume() {
    const id = stored();
    if (id !== null) {
      this.#watch(id);
    }
  }

  /** Shows an action that has just been started. */
  start(id) {
    this.#change(true); // before the first answer, so that the end of a short action is noticed
    this.#watch(id);
  }

  #watch(id) {
    clearTimeout(this.#timer);
    this.#id = id;
    this.#moved = {done: -1, at: Date.now()};
    this.#quarter = 0;
    store(id);
    this.#poll();
  }

  async #poll() {
    const id = this.#id;
    let wait = POLL_MILLIS;
    try {
      const job = await request(`bulk/${encodeURIComponent(id)}`);
      if (id !== this.#id) {
        return; // another action has begun meanwhile
      }
      this.#show(job);
    } catch (e) {
      if (!(e instanceof ApiError)) {
        throw e;
      }
      if (e.status === 404) {
        this.#forget();
        return;
      }
      this.#problem(`${e.message} This page asks again; the action does not depend on it.`);
      wait = RETRY_MILLIS;
    }
    if (this.#running || wait === RETRY_MILLIS) {
      this.#timer = setTimeout(() => this.#poll(), wait);
    }
  }

  #show(job) {
    const running = job.state === 'running';
    const text = TEXTS[job.action];
    const title = running ? text.running(job) : job.state === 'done' ? text.done(job) : `Stopped: ${text.running(job)}`;
    const progress = this.#part('job-progress');
    progress.max = Math.max(1, job.total);
    progress.value = running ? job.done : job.state === 'done' ? progress.max : job.done;
    this.#set('job-title', title);
    this.#set('job-text', `${number(job.done)} of ${posts(job.total)}`);
    this.#problem(job.error ?? this.#stalled(job, running));
    this.#announce(job, running, title);
    this.#part('job-dismiss').hidden = running;
    this.#part('job').hidden = false;
    this.#change(running);
  }

  #change(running) {
    if (running !== this.#running) {
      this.#running = running;
      this.#onChange(running);
    }
  }

  #stalled(job, running) {
    if (job.done !== this.#moved.done) {
      this.#moved = {done: job.done, at: Date.now()};
    }
    return running && Date.now() - this.#moved.at > STALLED_MILLIS
      ? 'No progress for half a minute. If the server has failed, the action goes on when the application starts again.' : '';
  }

  /** Tells screen readers each quarter and the end, not each change. */
  #announce(job, running, title) {
    const quarter = job.total > 0 ? Math.floor(4 * job.done / job.total) : 0;
    if (!running) {
      this.#set('job-news', job.error ? `${title}. ${job.error}` : title);
    } else if (quarter > this.#quarter || this.#part('job').hidden) {
      this.#quarter = quarter;
      this.#set('job-news', `${title}: ${number(job.done)} of ${posts(job.total)}`);
    }
  }

  #problem(text) {
    this.#set('job-problem', text);
    if (text) {
      this.#part('job').hidden = false;
    }
  }

  #set(part, text) {
    if (this.#part(part).textContent !== text) {
      this.#part(part).textContent = text;
    }
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#id = null;
    store(null);
    this.#part('job').hidden = true;
    this.#set('job-news', '');
    this.#change(false);
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the panel lasts until the reload
  }
}

function store(id) {
  try {
    if (id === null) {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, id);
    }
  } catch {
    // see stored()
  }
}
