package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.runtime.StartupEvent;

/** Warnings that the extension has logged since the start. */
@Path("warnings")
@Singleton
public class WarningResource {

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    void listen(@Observes StartupEvent start) {
        Logger.getLogger("io.quarkiverse.binds").addHandler(new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.add(entry.getMessage());
                }
            }

            @Override
            public void flush() {
                // nothing is buffered
            }

            @Override
            public void close() {
                // nothing to close
            }
        });
    }

    @GET
    public List<String> warnings() {
        return warnings;
    }
}
