import {ApiError, request} from './api.js';
import {JobPanel} from './job.js';
import {Selection} from './selection.js';
import {element, number, pageLinks, postItem, posts} from './view.js';

/** Parameters of the list with their defaults; the address of the page has those that differ. */
const DEFAULTS = {page: '1', per_page: '20', sort: 'newest', tag: '', author: ''};
const FILTER = ['tag', 'author'];

const part = id => document.getElementById(id);
const filterForm = part('filter');
const bulkForm = part('bulk');
const selection = new Selection();
const job = new JobPanel(running => (running ? showSelection() : jobEnded()));
let state = fromAddress();
let shown = null; // JSON of the page that is shown
let loading = new AbortController();
let busy = false; // a request about the selection is on its way

function fromAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(Object.entries(DEFAULTS).map(([name, preset]) => [name, query.get(name) || preset]));
}

/** Address of this page with other parameters; another filter, order or size begins with page 1. */
function address(changes) {
  const next = {...state, ...('page' in changes ? {} : {page: '1'}), ...changes};
  const query = new URLSearchParams(Object.entries(next).filter(([name, value]) => String(value) !== DEFAULTS[name]));
  return `?${query}`;
}

function go(href, focus) {
  history.pushState(null, '', href);
  follow(focus);
}

/** Shows what the address says. */
function follow(focus) {
  const before = state;
  state = fromAddress();
  if (FILTER.some(name => state[name] !== before[name])) {
    selection.clear(); // it belongs to the filter
  }
  showFilter();
  load(focus);
}

async function load(focus = false) {
  loading.abort();
  loading = new AbortController();
  const {signal} = loading;
  part('posts').setAttribute('aria-busy', 'true');
  try {
    shown = await request(`posts${address({page: state.page})}`, {signal});
    showError(null);
  } catch (e) {
    if (e.name === 'AbortError') {
      return; // a newer request is on its way
    }
    shown = null;
    showError(e, e.status === 404 && state.page !== '1' ? element('a', {href: address({page: 1})}, 'Go to page 1') : null);
  }
  part('posts').removeAttribute('aria-busy');
  showPosts();
  showSelection();
  if (focus) {
    part('results').focus();
  }
}

async function loadTags() {
  try {
    const names = [];
    for (let next = 1; next; ) {
      const page = await request(`tags?per_page=100&page=${next}`);
      names.push(...page.items.map(tag => tag.name));
      next = page.next_num;
    }
    part('tags').replaceChildren(...names.map(name => element('option', {value: name})));
    const select = filterForm.elements.tag;
    select.replaceChildren(select.options[0], ...names.map(name => element('option', {value: name}, name)));
    showFilter();
  } catch (e) {
    showError(e);
  }
}

function showFilter() {
  for (const name of ['tag', 'sort', 'per_page']) {
    const select = filterForm.elements[name];
    const value = state[name] === DEFAULTS[name] ? '' : state[name];
    if (![...select.options].some(option => option.value === value)) {
      select.append(element('option', {value}, value)); // from the address
    }
    select.value = value;
  }
}

function showPosts() {
  const items = shown?.items ?? [];
  part('results').textContent = !shown ? 'No posts shown' : items.length === 0 ? 'No posts'
    : `Posts ${number(shown.first)} to ${number(shown.last)} of ${number(shown.total)}`;
  const author = state.author && (items[0]?.author ?? `user ${state.author}`);
  const filters = [...(state.tag ? [`with the tag "${state.tag}"`] : []), ...(author ? [`by ${author}`] : [])];
  part('filtered').hidden = filters.length === 0;
  part('filtered').replaceChildren(`Only posts ${filters.join(' and ')}. `,
    element('a', {href: address({tag: '', author: ''})}, 'Show all posts'));
  part('posts').replaceChildren(...items.map(post => postItem(post, selection.has(post.id), address)));
  part('page-row').hidden = items.length === 0;
  part('pages').hidden = !shown || shown.pages < 2;
  part('pages').replaceChildren(...(shown ? [pageLinks(shown, address)] : []));
}

function showSelection() {
  const ids = shownIds();
  for (const id of ids) {
    part(`post-${id}`).checked = selection.has(id);
  }
  const selected = ids.filter(id => selection.has(id)).length;
  part('select-page').checked = ids.length > 0 && selected === ids.length;
  part('select-page').indeterminate = selected > 0 && selected < ids.length;

  const count = selection.count;
  const text = count === 0 ? 'No posts selected' : `${posts(count)} selected`;
  if (part('selected').textContent !== text) {
    part('selected').textContent = text;
  }
  part('select-all').textContent = `Select all ${number(shown?.total ?? 0)} that match`;
  part('select-all').hidden = !shown?.total;
  part('select-none').hidden = count === 0;
  part('selection-note').hidden = !selection.isAll;
  showAction(count);
}

function showAction(count) {
  const action = bulkForm.elements.action.value;
  const deletes = action === 'delete';
  part('bulk-tag').hidden = deletes;
  bulkForm.elements.tag.disabled = deletes;
  part('bulk-tag-label').textContent = action === 'add-tag' ? 'Tag to add' : 'Tag to remove';
  const button = bulkForm.querySelector('[type=submit]');
  button.disabled = count === 0 || busy || job.running;
  button.textContent = job.running ? 'An action is running' : count === 0 ? 'Select posts first'
    : deletes ? `Delete ${posts(count)}`
      : action === 'add-tag' ? `Add the tag to ${posts(count)}` : `Remove the tag from ${posts(count)}`;
}

function shownIds() {
  return (shown?.items ?? []).map(post => post.id);
}

function showError(error, ...more) {
  if (error !== null && !(error instanceof ApiError)) {
    throw error;
  }
  part('error').replaceChildren(...(error ? [element('p', {class: 'alert'}, error.message, ' ', ...more.filter(Boolean))] : []));
}

/** Runs a request about the selection, one at a time; a double click has no second effect. */
async function once(task) {
  if (busy) {
    return;
  }
  busy = true;
  showSelection();
  try {
    showError(null);
    await task();
  } catch (e) {
    showError(e);
  } finally {
    busy = false;
    showSelection();
  }
}

function selectAll() {
  return once(async () => {
    const query = new URLSearchParams(FILTER.filter(name => state[name]).map(name => [name, state[name]]));
    selection.selectAll(await request(`posts/selection?${query}`));
  });
}

function run() {
  return once(async () => {
    const action = bulkForm.elements.action.value;
    const tag = action === 'delete' ? undefined : bulkForm.elements.tag.value;
    const started = await request('posts/bulk', {method: 'POST', body: {...selection.request, action, tag}});
    selection.clear();
    job.start(started.id);
  });
}

function jobEnded() {
  load();
  loadTags();
}

filterForm.addEventListener('change', event => go(address({[event.target.name]: event.target.value || DEFAULTS[event.target.name]})));
filterForm.addEventListener('submit', event => event.preventDefault());
addEventListener('popstate', () => follow());
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="?"]');
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    go(link.getAttribute('href'), true);
  }
});
part('posts').addEventListener('change', event => {
  selection.set([Number(event.target.value)], event.target.checked);
  showSelection();
});
part('select-page').addEventListener('change', event => {
  selection.set(shownIds(), event.target.checked);
  showSelection();
});
part('select-all').addEventListener('click', selectAll);
part('select-none').addEventListener('click', () => {
  selection.clear();
  showSelection();
  part('select-page').focus(); // the button has gone
});
bulkForm.addEventListener('change', showSelection);
bulkForm.addEventListener('submit', event => {
  event.preventDefault();
  if (bulkForm.elements.action.value !== 'delete') {
    run();
    return;
  }
  part('confirm-title').textContent = `Delete ${posts(selection.count)}?`;
  part('confirm').returnValue = 'cancel'; // for Escape, too
  part('confirm').showModal();
});
part('confirm').addEventListener('close', () => {
  if (part('confirm').returnValue === 'delete') {
    run();
  }
});

showFilter();
load();
loadTags();
job.resume();
