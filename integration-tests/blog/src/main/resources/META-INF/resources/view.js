const numbers = new Intl.NumberFormat('en');
const dates = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium'});

/** A number with separators, and the noun in singular or plural. */
export function posts(count) {
  return `${numbers.format(count)} ${count === 1 ? 'post' : 'posts'}`;
}

export function number(value) {
  return numbers.format(value);
}

/** Creates an element; strings among the children become text, never markup. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/**
 * Creates the list item of a post.
 *
 * @param address makes the address of this page with another filter
 */
export function postItem(post, selected, address) {
  const box = element('input', {type: 'checkbox', id: `post-${post.id}`, value: post.id});
  box.checked = selected;
  const author = post.author === null ? 'deleted user'
    : element('a', {href: address({author: post.authorId})}, post.author);
  const created = new Date(post.created);
  const meta = element('p', {class: 'meta'}, 'by ', author, ', ',
    element('time', {datetime: post.created}, dates.format(created)));
  const tags = element('ul', {class: 'tags', 'aria-label': 'Tags'},
    ...post.tags.map(tag => element('li', {}, element('a', {href: address({tag})}, tag))));
  return element('li', {}, box, element('label', {for: box.id}, post.title), meta, ...(post.tags.length ? [tags] : []));
}

/**
 * Creates the links to other pages.
 *
 * @param page the JSON of a page
 * @param address makes the address of this page with another number
 */
export function pageLinks(page, address) {
  const link = (number, text, attributes = {}) => element('li', {},
    element('a', {href: address({page: number}), ...attributes}, text));
  const items = [];
  if (page.has_prev) {
    items.push(link(page.prev_num, 'Previous', {rel: 'prev'}));
  }
  let last = 0;
  for (const shown of shownPages(page.page, page.pages)) {
    if (shown > last + 1) {
      items.push(element('li', {class: 'gap', 'aria-hidden': 'true'}, '\u2026'));
    }
    items.push(link(shown, number(shown), {
      'aria-label': `Page ${number(shown)}`,
      ...(shown === page.page ? {'aria-current': 'page'} : {}),
    }));
    last = shown;
  }
  if (page.has_next) {
    items.push(link(page.next_num, 'Next', {rel: 'next'}));
  }
  return element('ul', {}, ...items);
}

function shownPages(current, pages) {
  return [...new Set([1, current - 1, current, current + 1, pages])].filter(n => n >= 1 && n <= pages);
}
