package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.jboss.logmanager.ExtLogRecord;

import io.quarkus.runtime.StartupEvent;

/** The lines that the extension logs about statements. Thread-safe. */
@Path("/statement-log")
public class StatementLog {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final Handler HANDLER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            LINES.add(line.getLevel() + " " + line.getLoggerName() + ": " + ((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {
            // nothing to do
        }

        @Override
        public void close() {
            // nothing to do
        }
    };

    void start(@Observes StartupEvent event) {
        for (String category : List.of("sql", "slow", "repeated")) {
            Logger logger = Logger.getLogger("io.quarkiverse.binds." + category);
            logger.removeHandler(HANDLER);
            logger.addHandler(HANDLER);
        }
    }

    @GET
    @Path("{category}")
    public List<String> lines(@PathParam("category") String category) {
        return LINES.stream().filter(line -> line.contains(" io.quarkiverse.binds." + category + ": ")).toList();
    }

    @DELETE
    public void clear() {
        LINES.clear();
    }
}
