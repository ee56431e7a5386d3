package io.quarkiverse.binds.dev;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.session.PersistenceUnits;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.End;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.UsedBind;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** The page of the last units of work. Thread-safe. */
@Singleton
public class UnitsOfWorkService {

    private final UnitOfWorkHistory history;
    private final PersistenceUnits persistenceUnits;

    UnitsOfWorkService(UnitOfWorkHistory history, PersistenceUnits persistenceUnits) {
        this.history = history;
        this.persistenceUnits = persistenceUnits;
    }

    /**
     * A unit of work.
     *
     * @param begin time of its first transaction, in milliseconds since 1970
     * @param millis its duration from then
     * @param outcome name of a constant of {@code UnitOfWorkListener.Outcome}
     * @param uncommitted whether changes are lost since no commit followed
     * @param failure class of the exception that has ended it; null if there is none
     * @param repeated how often the most repeated statement was sent, 0 if none was repeated as in a loop
     */
    public record UnitOfWorkView(long id, String name, long begin, double millis, String outcome, List<String> binds,
            boolean uncommitted, String failure, long queries, int repeated) {
    }

    /**
     * A statement.
     *
     * @param start milliseconds since the begin of the unit of work
     * @param repeated how often the unit of work has sent it, 0 if not as often as a loop would
     * @param associations those that a repeated statement probably loads, as {@code Author.books}
     */
    public record QueryView(double start, double millis, String statement, List<String> parameters, long rows, int batchSize,
            String bind, String location, String failure, int repeated, List<String> associations) {
    }

    /**
     * The statements of a unit of work, and a test that does the same.
     *
     * @param notShown number of statements that are not in the bounded list
     */
    public record UnitOfWorkDetails(List<QueryView> queries, long notShown, String test) {
    }

    @JsonRpcDescription("List the last 50 units of work (requests, db.run, methods with @UnitOfWork), the newest first: outcome,"
            + " duration, binds, number of statements, whether one was repeated as in a loop (n+1), and whether changes were not"
            + " committed")
    @DevMCPEnableByDefault
    public List<UnitOfWorkView> unitsOfWork() {
        return history.newestFirst().stream().map(UnitsOfWorkService::view).toList();
    }

    private static UnitOfWorkView view(PastUnitOfWork past) {
        End end = past.end();
        return new UnitOfWorkView(past.id(), Bounds.text(end.name()), end.begin().toEpochMilli(), millis(end.duration()),
                end.outcome().name(), end.binds().stream().map(UnitsOfWorkService::name).toList(), end.uncommittedChanges(),
                end.failure() == null ? null : end.failure().getName(), past.numberOfQueries(),
                past.repeated().values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static String name(UsedBind used) {
        return BindNames.display(used.bind()) + (used.database() == null ? "" : ", database '" + used.database() + "'");
    }

    @JsonRpcDescription("Show the statements of a unit of work of the list in their order, with times, rows and the line of the"
            + " application that caused each, and a test that does the same")
    @DevMCPEnableByDefault
    public UnitOfWorkDetails unitOfWork(@JsonRpcDescription("The id in the list") long id) {
        return history.find(id).map(this::details)
                .orElseGet(() -> new UnitOfWorkDetails(List.of(), 0, ""));
    }

    private UnitOfWorkDetails details(PastUnitOfWork past) {
        Map<String, Integer> repeated = past.repeated();
        Map<String, List<String>> associations = new HashMap<>();
        List<QueryView> queries = past.queries().stream().limit(Bounds.QUERIES)
                .map(query -> view(query, past.end().begin(), repeated.getOrDefault(query.statement(), 0),
                        repeated.containsKey(query.statement())
                                ? associations.computeIfAbsent(query.statement(), sql -> associations(query))
                                : List.of()))
                .toList();
        return new UnitOfWorkDetails(queries, past.numberOfQueries() - queries.size(),
                Bounds.script(TestSkeleton.of(past)));
    }

    private List<String> associations(RecordedQuery query) {
        return List.copyOf(persistenceUnits.associations(query));
    }

    private static QueryView view(RecordedQuery query, Instant begin, int repeated, List<String> associations) {
        return new QueryView(Math.max(0, millis(Duration.between(begin, query.start()))), millis(query.duration()),
                Bounds.text(query.statement()),
                query.parameters().stream().map(String::valueOf).map(Bounds::text).toList(), query.rows(), query.batchSize(),
                BindNames.display(query.bind()), query.location(), query.failure(), repeated, associations);
    }

    /** With two places, for the bars of a timeline. */
    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 10_000.0) / 100.0;
    }

    public Answer clearUnitsOfWork() {
        history.clear();
        return Answer.done("The list was cleared");
    }
}
