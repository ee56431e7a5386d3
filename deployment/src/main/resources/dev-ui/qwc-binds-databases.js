import { QwcBindsElement, html } from './qwc-binds-element.js';
import { repeat } from 'lit/directives/repeat.js';

/** The databases that dynamic binds have opened. */
export class QwcBindsDatabases extends QwcBindsElement {

    fetch() {
        return this.call('databases');
    }

    renderData(binds) {
        return html`${binds.map(bind => this._renderBind(bind))}`;
    }

    _renderBind(bind) {
        const hidden = bind.known - bind.databases.length;
        return html`
            <section data-bind=${bind.bind}>
                <h2>${bind.title}</h2>
                ${this.renderFigures([['open', `${bind.open} of ${bind.maxOpen}`],
                    ['connections', `${bind.connections} of ${bind.maxConnections}`], ['waiting threads', bind.waiting],
                    ['opened', bind.opened], ['closed for room', bind.evicted], ['closed idle', bind.expired],
                    ['failed to open', bind.failed]])}
                ${bind.databases.length === 0 ? html`<p class="secondary">No database is open.</p>` : ''}
                ${repeat(bind.databases, database => database.key, database => this._renderDatabase(bind.bind, database))}
                ${hidden > 0 ? html`<p class="secondary">and ${hidden} more</p>` : ''}
                ${this.renderResult(bind.bind)}
            </section>`;
    }

    _renderDatabase(bind, database) {
        const parameters = { bind, key: database.key };
        const place = bind + '/' + database.key;
        return html`
            <section data-database=${database.key}>
                <h2>${database.key}</h2>
                <p>
                    ${database.problem ? html`<span class="bad">${database.problem}</span>` : ''}
                    ${database.idleMillis === null ? html`<span class="secondary">not open</span>`
                        : html`last used ${seconds(database.idleMillis)} ago`}
                    ${database.url ? html`<code>${database.url}</code>` : ''}
                </p>
                ${database.pool ? this.renderPool(database.pool) : ''}
                <div class="actions">
                    <vaadin-button theme="small" aria-label="Ping the server of database ${database.key}"
                        @click=${() => this.act(place, 'pingDatabase', parameters)}>Ping</vaadin-button>
                    ${database.pool ? html`
                        <vaadin-button theme="small" aria-label="Close the idle connections of database ${database.key}"
                            @click=${() => this.act(place, 'disposeDatabase', parameters)}>Dispose pool</vaadin-button>
                        <vaadin-button theme="small" aria-label="Close database ${database.key}"
                            @click=${() => this.act(bind, 'closeDatabase', parameters)}>Close</vaadin-button>` : ''}
                    ${this.renderResult(place)}
                </div>
            </section>`;
    }
}

function seconds(milliseconds) {
    return milliseconds < 60_000 ? `${Math.round(milliseconds / 1000)} s` : `${Math.round(milliseconds / 60_000)} min`;
}
customElements.define('qwc-binds-databases', QwcBindsDatabases);
