import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/progress-bar';

export { html, css };

/**
 * A page of Quarkus Binds: calls the application, shows results of actions in place, and asks again while the page is shown.
 */
export class QwcBindsElement extends QwcHotReloadElement {

    /** Without entries in the log of the Dev UI, which calls that repeat would fill. */
    jsonRpc = new JsonRpc(this, false);

    static refreshMillis = 2000;

    static properties = {
        _data: { state: true },
        _error: { state: true },
        _results: { state: true }
    };

    static styles = css`
        :host {
            display: block;
            padding: 0 var(--lumo-space-m) var(--lumo-space-l);
            color: var(--lumo-body-text-color);
            max-width: 100%;
            box-sizing: border-box;
            overflow-wrap: anywhere;
        }
        @media (max-width: 600px) {
            :host {
                /* the header of the Dev UI breaks into more lines there than it has room for */
                padding-top: var(--lumo-space-xl);
            }
        }
        h2 {
            font-size: var(--lumo-font-size-l);
            margin: var(--lumo-space-m) 0 var(--lumo-space-xs);
        }
        section {
            border: 1px solid var(--lumo-contrast-20pct);
            border-radius: var(--lumo-border-radius-m);
            padding: 0 var(--lumo-space-m) var(--lumo-space-m);
            margin-bottom: var(--lumo-space-m);
        }
        p {
            margin: var(--lumo-space-xs) 0;
        }
        .secondary, th, dl.figures dt {
            /* the secondary color of the light theme has too little contrast for text */
            color: color-mix(in srgb, var(--lumo-body-text-color) 75%, transparent);
        }
        .actions {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: var(--lumo-space-s);
        }
        dl.figures {
            display: flex;
            flex-wrap: wrap;
            gap: var(--lumo-space-xs) var(--lumo-space-l);
            margin: var(--lumo-space-s) 0;
        }
        dl.figures > div {
            display: flex;
            flex-direction: column-reverse;
        }
        dl.figures dt {
            font-size: var(--lumo-font-size-s);
        }
        dl.figures dd {
            margin: 0;
            font-variant-numeric: tabular-nums;
            font-weight: 600;
        }
        .pool {
            display: flex;
            flex-wrap: wrap;
            gap: 2px;
            margin-top: var(--lumo-space-s);
        }
        .pool span {
            width: 14px;
            height: 14px;
            box-sizing: border-box;
            border: 1px solid var(--lumo-contrast-50pct);
            border-radius: 2px;
        }
        .pool .overflow {
            border-style: dashed;
        }
        .pool .active {
            background: var(--lumo-primary-color);
            border-color: var(--lumo-primary-color);
        }
        .pool .idle {
            background: var(--lumo-contrast-30pct);
        }
        details {
            margin-top: var(--lumo-space-s);
        }
        summary {
            cursor: pointer;
            border-radius: var(--lumo-border-radius-s);
        }
        summary:focus-visible, pre:focus-visible {
            outline: 2px solid var(--lumo-primary-color-50pct);
            outline-offset: 2px;
        }
        table {
            border-collapse: collapse;
            width: 100%;
            font-size: var(--lumo-font-size-s);
        }
        th, td {
            text-align: left;
            vertical-align: top;
            padding: var(--lumo-space-xs) var(--lumo-space-s) var(--lumo-space-xs) 0;
            border-bottom: 1px solid var(--lumo-contrast-10pct);
        }
        th {
            font-weight: 600;
        }
        th:first-child, td:first-child {
            min-width: 7em;
        }
        th:last-child, td:last-child {
            min-width: 5em;
        }
        th, td.whole {
            overflow-wrap: normal;
            white-space: nowrap;
        }
        pre {
            background: var(--lumo-contrast-5pct);
            border-radius: var(--lumo-border-radius-m);
            padding: var(--lumo-space-s);
            margin: var(--lumo-space-s) 0;
            font-size: var(--lumo-font-size-s);
            white-space: pre-wrap;
        }
        code {
            font-size: var(--lumo-font-size-s);
        }
        .mark {
            display: inline-block;
            border: 1px solid currentColor;
            border-radius: var(--lumo-border-radius-s);
            padding: 0 var(--lumo-space-xs);
            font-size: var(--lumo-font-size-s);
        }
        .good {
            color: var(--lumo-success-text-color);
        }
        .bad {
            color: var(--lumo-error-text-color);
        }
        .warn {
            /* as for the secondary color */
            color: color-mix(in srgb, var(--lumo-warning-text-color) 65%, var(--lumo-body-text-color));
        }
    `;

    constructor() {
        super();
        this._data = null;
        this._error = null;
        this._results = {};
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
        if (this.constructor.refreshMillis) {
            this._timer = setInterval(() => this._refresh(), this.constructor.refreshMillis);
        }
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    hotReload() {
        this._load();
    }

    /** Asks again what changes by itself; not while the page is hidden or an answer is awaited. */
    _refresh() {
        if (!document.hidden && !this._isLoading) {
            this._load();
        }
    }

    /** Asks the application and keeps the answer as the data of the page. */
    async _load() {
        this._isLoading = true;
        try {
            this._data = await this.fetch();
            this._error = null;
        } catch (failure) {
            this._error = failure?.error?.message ?? String(failure);
        } finally {
            this._isLoading = false;
        }
    }

    /** Returns the data of the page. */
    async fetch() {
        throw new Error("Method 'fetch()' must be implemented.");
    }

    async call(method, parameters = {}) {
        return (await this.jsonRpc[method](parameters)).result;
    }

    /** Runs an action and shows its answer where the action is. */
    async act(place, method, parameters) {
        this._show(place, { running: true });
        let answer;
        try {
            answer = await this.call(method, parameters);
        } catch (failure) {
            answer = { ok: false, message: failure?.error?.message ?? String(failure) };
        }
        this._show(place, answer);
        this._load();
        return answer;
    }

    _show(place, answer) {
        this._results = { ...this._results, [place]: answer };
    }

    /** The answer of the last action at a place; read out by screen readers. */
    renderResult(place) {
        const answer = this._results[place];
        return html`<div role="status" data-result=${place}>${!answer ? '' : answer.running
            ? html`<span class="secondary">Waiting for the answer ...</span>`
            : html`<span class=${answer.ok ? 'good' : 'bad'}>${answer.message}</span>`}</div>`;
    }

    /** A name of a class, which breaks at its dots. */
    renderName(name) {
        return name.split('.').map((part, i) => i === 0 ? part : html`<wbr>.${part}`);
    }

    renderFigures(figures) {
        return html`<dl class="figures">${figures.map(([name, value]) => html`
            <div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
    }

    /** A box for each connection that the pool may have: in use, idle or not open; dashed beyond its size. */
    renderPool(pool) {
        const most = Math.min(pool.size + pool.maxOverflow, 100);
        const kind = i => i < pool.active ? 'active' : i < pool.active + pool.idle ? 'idle' : '';
        return html`
            <div class="pool" role="img" aria-label="${pool.active} connections in use, ${pool.idle} idle, at most
                ${pool.size + pool.maxOverflow}">${Array.from({ length: most },
                    (_, i) => html`<span class="${kind(i)} ${i < pool.size ? '' : 'overflow'}"></span>`)}</div>
            ${this.renderFigures(this._poolFigures(pool))}`;
    }

    _poolFigures(pool) {
        return [['in use', pool.active], ['idle', pool.idle], ['waiting threads', pool.waiting],
            ['size', `${pool.size} + ${pool.maxOverflow}`], ['opened', pool.created], ['lost', pool.lost],
            ['pings', pool.pings]];
    }

    render() {
        if (this._error) {
            return html`<p class="bad" role="alert">The application does not answer this page: ${this._error}</p>`;
        }
        if (this._data === null) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return this.renderData(this._data);
    }
}
