package io.quarkiverse.binds.test.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;

/** The places outside of a request where a unit of work begins. Each does a deed and says how it ended. */
@ApplicationScoped
public class EntryPoints {

    private static final String ADDRESS = "deeds";

    @Inject
    Db db;

    @Inject
    Deeds deeds;

    @Inject
    Scheduler scheduler;

    @Inject
    EventBus bus;

    /** F3: the database may be used while the application starts, and is let go of. */
    void atStart(@Observes StartupEvent event) {
        for (Deed deed : Deed.values()) {
            outcome(() -> {
                deeds.inUnit(deed, "startup-" + deed);
                return null;
            });
        }
    }

    String run(Deed deed, String name) throws Exception {
        return onThread(Executors.newSingleThreadExecutor(), () -> db.call(() -> {
            deed.doIt(db, name);
            return null;
        }));
    }

    String unitOfWork(Deed deed, String name) throws Exception {
        return onThread(Executors.newSingleThreadExecutor(), () -> {
            deeds.inUnit(deed, name);
            return null;
        });
    }

    String scheduled(Deed deed, String name) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        scheduler.newJob(name).setInterval("1h").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> end.complete(outcome(() -> {
                    deeds.inUnit(deed, name);
                    return null;
                }))).schedule();
        try {
            return end.get(20, TimeUnit.SECONDS);
        } finally {
            scheduler.unscheduleJob(name);
        }
    }

    String message(Deed deed, String name) throws Exception {
        return bus.<String> request(ADDRESS, new JsonObject().put("deed", deed.name()).put("name", name))
                .toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS).body();
    }

    @ConsumeEvent(ADDRESS)
    @Blocking
    String consume(JsonObject message) {
        return outcome(() -> {
            deeds.inUnit(Deed.valueOf(message.getString("deed")), message.getString("name"));
            return null;
        });
    }

    static String onThread(ExecutorService executor, Callable<?> work) throws Exception {
        try {
            return executor.submit(() -> outcome(work)).get(30, TimeUnit.SECONDS);
        } finally {
            executor.shutdown();
            if (!executor.awaitTermination(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The work goes on: " + List.of(executor.shutdownNow()));
            }
        }
    }

    static String outcome(Callable<?> work) {
        try {
            work.call();
            return "returned";
        } catch (Throwable t) {
            return t.getClass().getSimpleName() + ": " + t.getMessage();
        }
    }
}
