import { QwcBindsElement, html, css } from './qwc-binds-element.js';
import '@vaadin/text-field';
import '@vaadin/checkbox';

/** The entities of each bind against its database, compared when asked for. */
export class QwcBindsModel extends QwcBindsElement {

    /** A comparison reads the whole catalog of a database. */
    static refreshMillis = 0;

    static properties = {
        _differences: { state: true }
    };

    static styles = [QwcBindsElement.styles, css`
        vaadin-text-field {
            flex: 1 1 16em;
            max-width: 30em;
        }
    `];

    constructor() {
        super();
        this._differences = {};
        this._messages = {};
        this._destructive = {};
    }

    /** Each bind, and each open database of a dynamic bind. */
    async fetch() {
        const binds = await this.call('binds');
        const dynamic = binds.some(bind => bind.dynamic) ? await this.call('databases') : [];
        const places = binds.filter(bind => bind.numberOfEntities > 0).flatMap(bind => bind.dynamic
            ? dynamic.find(each => each.bind === bind.name).databases.filter(database => database.pool)
                .map(database => ({ bind: bind.name, key: database.key, title: `${bind.title}, database '${database.key}'` }))
            : [{ bind: bind.name, key: '', title: bind.title }]);
        return places.map(place => ({ ...place, id: place.bind + '/' + place.key }));
    }

    hotReload() {
        super.hotReload();
        this._differences = {};
    }

    renderData(places) {
        return places.length === 0
            ? html`<p class="secondary">No bind has entities, or the dynamic binds have no open database.</p>`
            : html`${places.map(place => this._renderPlace(place))}`;
    }

    async _compare(place) {
        this._differences = { ...this._differences, [place.id]: { running: true } };
        let difference;
        try {
            difference = await this.call('difference', { bind: place.bind, key: place.key });
        } catch (failure) {
            difference = { problem: failure?.error?.message ?? String(failure) };
        }
        this._differences = { ...this._differences, [place.id]: difference };
    }

    _renderPlace(place) {
        const difference = this._differences[place.id];
        return html`
            <section data-place=${place.id}>
                <h2>${place.title}</h2>
                <div class="actions">
                    <vaadin-button theme="small" aria-label="Compare the entities of ${place.title} with its database"
                        ?disabled=${difference?.running} @click=${() => this._compare(place)}>Compare</vaadin-button>
                    <div role="status" data-state>${this._renderState(difference)}</div>
                </div>
                ${difference && !difference.running && !difference.problem ? this._renderDifference(place, difference) : ''}
                ${this.renderResult(place.id)}
            </section>`;
    }

    _renderState(difference) {
        if (!difference) {
            return html`<span class="secondary">not compared yet</span>`;
        }
        if (difference.running) {
            return html`<span class="secondary">Reading the catalog of the database ...</span>`;
        }
        if (difference.problem) {
            return html`<span class="bad">${difference.problem}</span>`;
        }
        return difference.clean ? html`<span class="good">The database matches the entities</span>`
            : html`<span class="warn">${number(difference.numberOfChanges, 'change')}${difference.pending.length > 0
                ? `, ${number(difference.pending.length, 'script')} to apply: ${difference.pending.join(', ')}` : ''}</span>`;
    }

    _renderDifference(place, difference) {
        const hidden = difference.numberOfChanges - difference.changes.length;
        return html`
            ${difference.changes.length === 0 ? '' : html`
                <ul>${difference.changes.map(change => html`<li>${change.description}
                    ${change.losesData ? html`<span class="mark bad">loses data</span>` : ''}</li>`)}</ul>`}
            ${hidden > 0 ? html`<p class="secondary">and ${hidden} more</p>` : ''}
            ${difference.notes.map(note => html`<p class="secondary">${note}</p>`)}
            ${difference.sql ? html`
                <pre tabindex="0" aria-label="SQL of the differences of ${place.title}">${difference.sql}</pre>` : ''}
            ${difference.sql && difference.pending.length === 0 ? this._renderWriting(place) : ''}`;
    }

    _renderWriting(place) {
        return html`
            <form class="actions" @submit=${event => { event.preventDefault(); this._write(place); }}>
                <vaadin-text-field label="Message of the migration" placeholder="add price of a book" required
                    .value=${this._messages[place.id] ?? ''}
                    @value-changed=${event => this._messages[place.id] = event.detail.value}
                    @keydown=${event => { if (event.key === 'Enter') this._write(place); }}></vaadin-text-field>
                <vaadin-checkbox label="with statements that lose data" ?checked=${this._destructive[place.id]}
                    @checked-changed=${event => this._destructive[place.id] = event.detail.value}></vaadin-checkbox>
                <vaadin-button theme="small primary" @click=${() => this._write(place)}>Write migration</vaadin-button>
            </form>`;
    }

    _write(place) {
        this.act(place.id, 'writeMigration', { bind: place.bind, key: place.key, message: this._messages[place.id] ?? '',
            destructive: this._destructive[place.id] ?? false });
    }
}

function number(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
customElements.define('qwc-binds-model', QwcBindsModel);
