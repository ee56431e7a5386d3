/**
 * Posts that the reader has selected: either single ids, or all posts of a filter without some. "All" is a token of the
 * server, never a list of ids.
 */
export class Selection {
  #ids = new Set();
  #all = null; // {token, count}; then #ids are those left out

  has(id) {
    return this.#all ? !this.#ids.has(id) : this.#ids.has(id);
  }

  get count() {
    return this.#all ? Math.max(0, this.#all.count - this.#ids.size) : this.#ids.size;
  }

  /** Whether it was made by {@link selectAll}. */
  get isAll() {
    return this.#all !== null;
  }

  set(ids, selected) {
    for (const id of ids) {
      if (selected === this.isAll) {
        this.#ids.delete(id);
      } else {
        this.#ids.add(id);
      }
    }
  }

  /** @param all the token of the server, and the number of its posts */
  selectAll({token, count}) {
    this.#all = {token, count};
    this.#ids.clear();
  }

  clear() {
    this.#all = null;
    this.#ids.clear();
  }

  /** Part of a request that names the selection. */
  get request() {
    return this.#all ? {token: this.#all.token, without: [...this.#ids]} : {ids: [...this.#ids]};
  }
}
