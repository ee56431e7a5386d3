package io.quarkiverse.binds.test.doors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.scheduler.Scheduler;

/** Entry points of a unit of work other than a request. */
@ApplicationScoped
public class Places {

    @Inject
    Db db;
    @Inject
    Databases databases;
    @Inject
    Interpreter interpreter;
    @Inject
    Methods methods;
    @Inject
    Scheduler scheduler;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }

    /** @return its outcome */
    String run(Program program) throws Exception {
        return switch (program.place()) {
            case DB_RUN -> onThread(() -> db.run(options(program), () -> interpreter.run(program.steps())));
            case UNIT_OF_WORK -> onThread(() -> unitOfWork(program));
            case JOB -> job(program);
            case DATABASES_RUN -> onThread(() -> databases.run("k1", () -> interpreter.run(program.steps())));
            case REQUEST -> throw new IllegalArgumentException("A request is no place for a thread");
        };
    }

    private static UnitOfWorkOptions options(Program program) {
        return program.readOnly() ? UnitOfWorkOptions.defaults().asReadOnly() : UnitOfWorkOptions.defaults();
    }

    private void unitOfWork(Program program) throws Exception {
        if (program.readOnly()) {
            methods.readOnly(() -> interpreter.run(program.steps()));
        } else {
            methods.unitOfWork(() -> interpreter.run(program.steps()));
        }
    }

    private String job(Program program) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        String name = "job-" + System.nanoTime();
        scheduler.newJob(name).setInterval("1h").setTask(execution -> end.complete(outcome(() -> unitOfWork(program))))
                .schedule();
        try {
            return end.get(60, TimeUnit.SECONDS);
        } finally {
            scheduler.unscheduleJob(name);
        }
    }

    private String onThread(Methods.Work work) throws Exception {
        return threads.submit(() -> outcome(work)).get(60, TimeUnit.SECONDS);
    }

    /** Activates a request context, which the beans of Jakarta Data repositories require. */
    private static String outcome(Methods.Work work) {
        ManagedContext context = Arc.container().requestContext();
        boolean activate = !context.isActive();
        if (activate) {
            context.activate();
        }
        try {
            work.run();
            return "ok";
        } catch (Exception | AssertionError e) {
            return text(e);
        } finally {
            if (activate) {
                context.terminate();
            }
        }
    }

    static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName()).append(": ").append(thrown.getMessage());
        for (Throwable t = thrown.getCause(); t != null; t = t.getCause()) {
            text.append(" <- ").append(t.getClass().getSimpleName());
        }
        return text.toString();
    }
}
