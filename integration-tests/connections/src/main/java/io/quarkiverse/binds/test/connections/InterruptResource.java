package io.quarkiverse.binds.test.connections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;

/** Threads that are interrupted before or while they use the default bind; the response is their failure. */
@Path("interrupts")
public class InterruptResource {

    private static final String LONG_STATEMENT = "select sleep(10)";

    @Inject
    DataSource notes;

    @Inject
    Db db;

    private interface Use {
        /** @param started counted down when the thread may be interrupted */
        void of(CountDownLatch started) throws Exception;
    }

    /** L9: waits for the result of a statement, on a connection that it has borrowed by hand. */
    @POST
    @Path("statement")
    public String statement() throws InterruptedException {
        return interrupted(started -> {
            try (Connection connection = notes.getConnection(); Statement statement = connection.createStatement()) {
                started.countDown();
                statement.execute(LONG_STATEMENT);
            }
        });
    }

    /** L9: does so within a unit of work. */
    @POST
    @Path("unit")
    public String unitOfWork() throws InterruptedException {
        return interrupted(started -> db.run(() -> {
            db.bind(Bind.DEFAULT).sql("select 1").one(Integer.class);
            started.countDown();
            db.bind(Bind.DEFAULT).sql(LONG_STATEMENT).one(Integer.class);
        }));
    }

    /** L9: asks for a connection after the interrupt. */
    @POST
    @Path("before")
    public String before() throws InterruptedException {
        return interrupted(started -> {
            Thread.currentThread().interrupt();
            started.countDown();
            notes.getConnection().close();
        });
    }

    private static String interrupted(Use use) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<String> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                use.of(started);
                failure.complete("none");
            } catch (Throwable t) {
                failure.complete(messages(t));
            }
        }, "interrupted-thread");
        thread.start();
        started.await();
        thread.interrupt();
        return failure.join();
    }

    /** Messages of the failure, its causes and suppressed exceptions. */
    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            messages.append(t).append('\n');
            for (Throwable suppressed : t.getSuppressed()) {
                messages.append("  ").append(suppressed).append('\n');
            }
            if (t instanceof SQLException sql) {
                messages.append("  ").append(sql.getSQLState()).append('\n');
            }
        }
        return messages.toString();
    }
}
