import { QwcBindsElement, html } from './qwc-binds-element.js';

/** The binds: pools as they are now, entities with their tables, effective settings with their sources. */
export class QwcBindsList extends QwcBindsElement {

    hotReload() {
        this._binds = null;
        super.hotReload();
    }

    /** Only the pools change while the application runs. */
    async fetch() {
        this._binds ??= await this.call('binds');
        const pools = await this.call('pools');
        return this._binds.map(bind => ({ ...bind, pool: pools.find(pool => pool.bind === bind.name) }));
    }

    renderData(binds) {
        return html`${binds.map(bind => this._renderBind(bind))}`;
    }

    _renderBind(bind) {
        return html`
            <section data-bind=${bind.name}>
                <h2>${bind.title}</h2>
                <p>${bind.kind}${bind.dynamic ? ', databases on the fly' : ''}${bind.url
                    ? html` <code>${bind.url}</code>` : html` <span class="secondary">no URL is set</span>`}</p>
                ${bind.pool?.stats ? this.renderPool(bind.pool.stats)
                    : html`<p class="bad">${bind.pool?.problem}</p>`}
                <div class="actions">
                    <vaadin-button theme="small" aria-label="Ping the server of ${bind.title}"
                        @click=${() => this.act(bind.name, 'pingBind', { bind: bind.name })}>Ping</vaadin-button>
                    <vaadin-button theme="small" aria-label="Close the idle connections of ${bind.title}"
                        @click=${() => this.act(bind.name, 'disposeBind', { bind: bind.name })}>Dispose pool</vaadin-button>
                    ${this.renderResult(bind.name)}
                </div>
                ${this._renderEntities(bind)}
                ${this._renderSettings(bind)}
            </section>`;
    }

    _renderEntities(bind) {
        const hidden = bind.numberOfEntities - bind.entities.length;
        return html`
            <details ?open=${bind.numberOfEntities <= 10}>
                <summary>${bind.numberOfEntities} ${bind.numberOfEntities === 1 ? 'entity' : 'entities'}</summary>
                ${bind.entities.length === 0 ? '' : html`
                    <table>
                        <thead><tr><th scope="col">Entity</th><th scope="col">Table</th></tr></thead>
                        <tbody>${bind.entities.map(entity => html`
                            <tr><td>${this.renderName(entity.name)}</td><td>${entity.tables.join(', ')}</td></tr>`)}</tbody>
                    </table>`}
                ${hidden > 0 ? html`<p class="secondary">and ${hidden} more</p>` : ''}
            </details>`;
    }

    _renderSettings(bind) {
        return html`
            <details>
                <summary>${bind.settings.length} settings</summary>
                <table>
                    <thead><tr><th scope="col">Key</th><th scope="col">Value</th><th scope="col">Source</th></tr></thead>
                    <tbody>${bind.settings.map(setting => html`
                        <tr>
                            <td>${setting.key}</td>
                            <td>${setting.value}</td>
                            <td class="whole ${setting.source.endsWith('default') ? 'secondary' : ''}">${setting.source}</td>
                        </tr>`)}</tbody>
                </table>
            </details>`;
    }
}
customElements.define('qwc-binds-list', QwcBindsList);
