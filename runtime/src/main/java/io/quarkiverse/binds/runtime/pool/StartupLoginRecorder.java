package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Logs in to the binds whose schema is managed at the start, several at a time and before Hibernate: if a login fails, the
 * start fails with one line for each bind instead of the stack traces of every component that needs a connection. The login is
 * no extra cost, since Hibernate takes the connection from the pool.
 */
@Recorder
public class StartupLoginRecorder {

    /**
     * @param binds the binds with entities, except dynamic ones
     * @throws ConfigurationException with the errors of all databases that cannot be reached
     */
    public void logIn(Set<String> binds, Executor executor) {
        List<String> failures = failures(binds.stream().filter(PoolConfig::managesSchema).sorted().toList(), executor);
        if (!failures.isEmpty()) {
            throw new ConfigurationException(failures.size() == 1 ? failures.get(0)
                    : "These databases cannot be used:\n- " + String.join("\n- ", failures));
        }
    }

    private static List<String> failures(List<String> binds, Executor executor) {
        try {
            return new StartupLogins(binds, StartupLoginRecorder::failure, executor).errors();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application logged in to its databases", e);
        }
    }

    /** @return the error; null if the login succeeded, in which case the connection is returned to the pool */
    private static String failure(String bind) {
        try (Connection connection = AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection()) {
            return null;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
