package io.quarkiverse.binds.runtime.selection;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.SelectionChunk;
import io.quarkiverse.binds.SelectionProgress;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** A selection whose bound is read at its first use, or comes from its token. */
final class BoundedSelection<T> implements Selection<T> {

    private final SelectionServices services;
    private final Definition<T> definition;
    private final Once<Snapshot> snapshot;
    private final Once<Long> total;
    private final Settings settings;

    private BoundedSelection(SelectionServices services, Definition<T> definition, Once<Snapshot> snapshot, Once<Long> total,
            Settings settings) {
        this.services = services;
        this.definition = definition;
        this.snapshot = snapshot;
        this.total = total == null ? new Once<>(this::readTotal) : total;
        this.settings = settings;
    }

    static <T> Selection<T> of(SelectionServices services, Definition<T> definition) {
        return new BoundedSelection<>(services, definition, unread(services, definition), null, Settings.DEFAULTS);
    }

    static <T> Selection<T> of(SelectionServices services, SelectionTokens.Content<T> content) {
        return new BoundedSelection<>(services, content.definition(),
                Once.of(new Snapshot(content.bound(), content.total())), Once.of(content.total()), Settings.DEFAULTS);
    }

    private static <T> Once<Snapshot> unread(SelectionServices services, Definition<T> definition) {
        return new Once<>(() -> services.units().read(definition,
                session -> new RowQueries<>(session, definition, services.bounds()).snapshot()));
    }

    private long readTotal() {
        Snapshot bounded = snapshot.get();
        return definition.ids().isEmpty() ? bounded.rows()
                : services.units().read(definition,
                        session -> new RowQueries<>(session, definition, services.bounds()).count(bounded.bound()));
    }

    @Override
    public Selection<T> without(Collection<?> ids) {
        return withIds(definition.ids().without(ids));
    }

    @Override
    public Selection<T> without(Object... ids) {
        return without(Arrays.asList(ids));
    }

    @Override
    public Selection<T> with(Collection<?> ids) {
        return withIds(definition.ids().with(ids));
    }

    @Override
    public Selection<T> with(Object... ids) {
        return with(Arrays.asList(ids));
    }

    private Selection<T> withIds(ChosenIds ids) {
        if (!settings.start().equals(Position.START)) {
            throw new IllegalStateException("The ids of a selection cannot change after resumeAt, because its cursor belongs to"
                    + " the ids before: leave ids out or add them first");
        }
        return ids.equals(definition.ids()) ? this
                : new BoundedSelection<>(services, definition.withIds(ids), snapshot, null, settings);
    }

    @Override
    public Selection<T> boundBy(String attribute) {
        if (snapshot.isKnown()) {
            throw new IllegalStateException("The bound of the selection has been read, or comes from its token: call boundBy"
                    + " right after db.selection(...)");
        }
        Definition<T> bounded = definition.withBoundBy(attribute);
        return new BoundedSelection<>(services, bounded, unread(services, bounded), null, settings);
    }

    @Override
    public Selection<T> options(UnitOfWorkOptions options) {
        return with(settings.withOptions(options));
    }

    @Override
    public Selection<T> onProgress(Consumer<SelectionProgress> listener) {
        return with(settings.withListener(listener));
    }

    @Override
    public Selection<T> resumeAt(String cursor) {
        return with(settings.withStart(services.tokens().position(definition, snapshot.get().bound(), cursor)));
    }

    private Selection<T> with(Settings others) {
        return new BoundedSelection<>(services, definition, snapshot, total, others);
    }

    @Override
    public String token() {
        return token(services.ttl());
    }

    @Override
    public String token(Duration ttl) {
        Object bound = snapshot.get().bound();
        return services.tokens().token(new SelectionTokens.Content<>(definition, bound, total.get()), ttl);
    }

    @Override
    public long count() {
        return total.get();
    }

    @Override
    public long forEachChunk(int size, Work<T> work) {
        ChunkLoop<T> loop = loop();
        return loop.run(size, (queries, ids, after) -> {
            List<T> entities = queries.entities(IdCondition.of(ids));
            if (!entities.isEmpty()) { // otherwise the rows were deleted since their ids were read
                Position committed = new Position(after.phase(), after.last(), after.done() + entities.size());
                work.process(new SelectionChunk<>(entities, committed.done(), total.get(), loop.cursor(committed)));
            }
            return entities.size();
        });
    }

    @Override
    public long update(String set, Object... parameters) {
        return loop().run(ROWS_PER_STATEMENT,
                (queries, ids, after) -> queries.update(set, parameters, IdCondition.of(ids)).executeUpdate());
    }

    @Override
    public long delete() {
        return loop().run(ROWS_PER_STATEMENT,
                (queries, ids, after) -> queries.delete(IdCondition.of(ids)).executeUpdate());
    }

    private ChunkLoop<T> loop() {
        services.units().requireNothingUncommitted(definition); // before a query flushes the changes
        return new ChunkLoop<>(services, definition, snapshot.get().bound(), total.get(), settings);
    }
}
