import { QwcBindsElement, html, css } from './qwc-binds-element.js';
import { repeat } from 'lit/directives/repeat.js';

const OUTCOMES = {
    COMMITTED: ['committed', 'good'],
    ROLLED_BACK: ['rolled back', 'warn'],
    RETRIED: ['rolled back, run again', 'warn'],
    UNKNOWN: ['outcome of the commit unknown', 'bad'],
    NOT_COMMITTED: ['nothing committed', 'secondary']
};

/** The last units of work; each opens to its statements on a timeline. */
export class QwcBindsUnits extends QwcBindsElement {

    static properties = {
        _details: { state: true }
    };

    static styles = [QwcBindsElement.styles, css`
        .unit > summary {
            display: flex;
            flex-wrap: wrap;
            align-items: baseline;
            gap: var(--lumo-space-xs) var(--lumo-space-s);
            padding: var(--lumo-space-xs);
            border-bottom: 1px solid var(--lumo-contrast-10pct);
        }
        .unit > summary::before {
            content: '\\25B8';
        }
        .unit[open] > summary::before {
            content: '\\25BE';
        }
        .unit {
            margin: 0;
        }
        .name {
            font-weight: 600;
        }
        ol {
            list-style: none;
            padding: 0;
            margin: var(--lumo-space-s) 0;
        }
        ol li {
            padding: var(--lumo-space-xs) 0;
            border-bottom: 1px solid var(--lumo-contrast-10pct);
        }
        .track {
            background: var(--lumo-contrast-5pct);
            height: 8px;
            margin: 2px 0;
        }
        .bar {
            height: 8px;
            min-width: 2px;
            background: var(--lumo-primary-color);
        }
        .bar.failed {
            background: var(--lumo-error-color);
        }
        .inner {
            padding: 0 var(--lumo-space-s) var(--lumo-space-s);
        }
    `];

    constructor() {
        super();
        this._details = {};
    }

    fetch() {
        return this.call('unitsOfWork');
    }

    renderData(units) {
        return html`
            <div class="actions">
                <vaadin-button theme="small" @click=${() => this.act('list', 'clearUnitsOfWork')}>Clear the list</vaadin-button>
                <span class="secondary">${units.length === 0
                    ? 'No unit of work has used a database yet: send a request to the application.'
                    : 'The newest first'}</span>
                ${this.renderResult('list')}
            </div>
            ${repeat(units, unit => unit.id, unit => this._renderUnit(unit))}`;
    }

    _renderUnit(unit) {
        const [outcome, kind] = OUTCOMES[unit.outcome];
        return html`
            <details class="unit" data-unit=${unit.id} @toggle=${event => this._toggled(event, unit)}>
                <summary>
                    <span class="name">${unit.name}</span>
                    <span class=${kind}>${outcome}</span>
                    <span>${unit.millis} ms</span>
                    <span>${unit.queries} ${unit.queries === 1 ? 'statement' : 'statements'}</span>
                    ${unit.repeated ? html`<span class="mark warn">n+1: a statement ${unit.repeated} times</span>` : ''}
                    ${unit.uncommitted ? html`<span class="mark bad">changes not committed</span>` : ''}
                    ${unit.failure ? html`<span class="bad">${this.renderName(unit.failure)}</span>` : ''}
                    <span class="secondary">${new Date(unit.begin).toLocaleTimeString()}, ${unit.binds.join(', ')}</span>
                </summary>
                <div class="inner">${this._renderDetails(unit, this._details[unit.id])}</div>
            </details>`;
    }

    async _toggled(event, unit) {
        if (event.target.open && !this._details[unit.id]) {
            const details = await this.call('unitOfWork', { id: unit.id });
            this._details = { ...this._details, [unit.id]: details };
        }
    }

    _renderDetails(unit, details) {
        if (!details) {
            return '';
        }
        return html`
            ${unit.uncommitted ? html`<p class="bad">Changes were sent and rolled back at the end: call db.commit(), or set
                quarkus.binds.session.commit=on-success.</p>` : ''}
            ${details.queries.length === 0 ? html`<p class="secondary">No statement was recorded: is
                quarkus.binds.record-queries off?</p>` : ''}
            <ol>${details.queries.map(query => this._renderQuery(unit, query))}</ol>
            ${details.notShown > 0 ? html`<p class="secondary">and ${details.notShown} more</p>` : ''}
            <div class="actions">
                <vaadin-button theme="small" @click=${() => this._copy(unit, details)}>Copy as test</vaadin-button>
                ${this.renderResult('copy' + unit.id)}
            </div>
            <details>
                <summary>Test that does the same</summary>
                <pre tabindex="0">${details.test}</pre>
            </details>`;
    }

    _renderQuery(unit, query) {
        const total = Math.max(unit.millis, query.start + query.millis, 0.01);
        const left = Math.min(100 * query.start / total, 99);
        const width = Math.min(100 * query.millis / total, 100 - left);
        return html`
            <li>
                <div class="track" aria-hidden="true">
                    <div class="bar ${query.failure ? 'failed' : ''}" style="margin-left: ${left}%; width: ${width}%"></div>
                </div>
                <code>${query.statement}</code>
                <div class="secondary">
                    ${query.millis} ms, after ${query.start} ms${query.rows < 0 ? '' : `, ${query.rows} ${query.rows === 1 ? 'row' : 'rows'}`}${query.batchSize > 1
                        ? `, batch of ${query.batchSize}` : ''}, ${query.bind}, ${query.location}${
                        query.parameters.length > 0 ? `, parameters ${query.parameters.join(', ')}` : ''}
                </div>
                ${query.repeated ? html`<span class="mark warn">n+1: sent ${query.repeated} times${
                    query.associations.length ? `, loads ${query.associations.join(' or ')}` : ''}</span>` : ''}
                ${query.failure ? html`<span class="bad">${query.failure}</span>` : ''}
            </li>`;
    }

    async _copy(unit, details) {
        const place = 'copy' + unit.id;
        try {
            await navigator.clipboard.writeText(details.test);
            this._show(place, { ok: true, message: 'Copied' });
        } catch {
            this._show(place, { ok: false, message: 'The browser does not allow to copy: take the text below' });
        }
    }
}
customElements.define('qwc-binds-units', QwcBindsUnits);
