package io.quarkiverse.binds.test.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelsCommitted;

/** Observes changes while a scenario runs on the same thread. */
@ApplicationScoped
public class ChangeWatcher {

    private static final ThreadLocal<Watch> CURRENT = new ThreadLocal<>();

    /** The events of one scenario, and what its observers do. */
    static final class Watch {

        private final List<String> lines = new ArrayList<>();
        Consumer<BeforeModelsCommitted> beforeItems = event -> {
        };
        Consumer<ModelsCommitted> afterItems = event -> {
        };
        Consumer<ModelsCommitted> afterAll = event -> {
        };

        void add(String line) {
            lines.add(line);
        }

        List<String> lines() {
            return lines;
        }
    }

    interface Scenario {
        void run(Watch watch) throws Exception;
    }

    /** Runs a scenario and returns its events as lines; its exception is the last line. */
    List<String> watch(Scenario scenario) {
        Watch watch = new Watch();
        watching(watch, () -> {
            try {
                scenario.run(watch);
            } catch (Exception e) {
                watch.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        });
        return watch.lines();
    }

    /** Watches on this thread too. */
    static void watching(Watch watch, Runnable work) {
        begin(watch);
        try {
            work.run();
        } finally {
            end();
        }
    }

    static void begin(Watch watch) {
        CURRENT.set(watch);
    }

    static void end() {
        CURRENT.remove();
    }

    void before(@Observes @Priority(1) BeforeModelsCommitted event) {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.add("before" + text(event.changes(), event.bulkChanges()));
        }
    }

    void beforeItems(@Observes @Priority(2) @ChangesOf(Item.class) BeforeModelsCommitted event) {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.beforeItems.accept(event);
        }
    }

    void afterItems(@Observes @Priority(1) @ChangesOf(Item.class) ModelsCommitted event) {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.add("items" + text(event.changes(), event.bulkChanges()));
            watch.afterItems.accept(event);
        }
    }

    void afterTitled(@Observes @Priority(2) @ChangesOf({ Titled.class, Todo.class }) ModelsCommitted event) {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.add("titled" + text(event.changes(), event.bulkChanges()));
        }
    }

    void after(@Observes @Priority(3) ModelsCommitted event) {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.add("after" + text(event.changes(), event.bulkChanges())
                    + (event.isPartial() ? " rolled back " + event.rolledBack() + " unknown " + event.unknown() : ""));
            watch.afterAll.accept(event);
        }
    }

    private static String text(List<ModelChange> changes, List<BulkChange> bulkChanges) {
        return Stream.concat(changes.stream().map(ChangeWatcher::text), bulkChanges.stream().map(ChangeWatcher::text))
                .map(change -> " " + change).collect(Collectors.joining());
    }

    private static String text(ModelChange change) {
        return change.operation() + " " + change.entity().getClass().getSimpleName() + "(" + name(change.entity()) + ")"
                + place(change.bind(), change.database());
    }

    private static String text(BulkChange change) {
        return change.count() + " by [" + change.statement() + "]"
                + (change.entity() == null ? "" : " of " + change.entity().getSimpleName())
                + place(change.bind(), change.database());
    }

    private static String place(String bind, String database) {
        return (bind.equals("<default>") ? "" : "@" + bind) + (database == null ? "" : "/" + database);
    }

    private static String name(Object entity) {
        if (entity instanceof Titled titled) {
            return titled.title();
        }
        return entity instanceof Item item ? item.name
                : entity instanceof Author author ? author.name : entity instanceof Todo todo ? todo.title : "?";
    }
}
