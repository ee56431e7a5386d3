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

/** Entry points of a unit of work outside of requests. Each runs a scenario and returns its outcome. */
@ApplicationScoped
public class EntryPoints {

    private static final String ADDRESS = "deeds";

    @Inject
    Db db;

    @Inject
    AnnotatedScenarios scenarios;

    @Inject
    Scheduler scheduler;

    @Inject
    EventBus bus;

    /** F3: uses the database while the application starts, and releases its connection. */
    void atStart(@Observes StartupEvent event) {
        for (WorkScenario scenario : WorkScenario.values()) {
            outcome(() -> {
                scenarios.inUnit(scenario, "startup-" + scenario);
                return null;
            });
        }
    }

    String run(WorkScenario scenario, String name) throws Exception {
        return onThread(Executors.newSingleThreadExecutor(), () -> db.call(() -> {
            scenario.run(db, name);
            return null;
        }));
    }

    String unitOfWork(WorkScenario scenario, String name) throws Exception {
        return onThread(Executors.newSingleThreadExecutor(), () -> {
            scenarios.inUnit(scenario, name);
            return null;
        });
    }

    String scheduled(WorkScenario scenario, String name) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        scheduler.newJob(name).setInterval("1h").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> end.complete(outcome(() -> {
                    scenarios.inUnit(scenario, name);
                    return null;
                }))).schedule();
        try {
            return end.get(20, TimeUnit.SECONDS);
        } finally {
            scheduler.unscheduleJob(name);
        }
    }

    String message(WorkScenario scenario, String name) throws Exception {
        return bus.<String> request(ADDRESS, new JsonObject().put("deed", scenario.name()).put("name", name))
                .toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS).body();
    }

    @ConsumeEvent(ADDRESS)
    @Blocking
    String consume(JsonObject message) {
        return outcome(() -> {
            scenarios.inUnit(WorkScenario.valueOf(message.getString("deed")), message.getString("name"));
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
