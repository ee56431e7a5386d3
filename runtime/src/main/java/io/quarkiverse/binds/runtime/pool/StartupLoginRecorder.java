package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Logs in to the binds whose schema is managed at the start, concurrently and before Hibernate: if a login fails, the start
 * fails with one line for each bind instead of the stack traces of every component that needs a connection. The login is no
 * extra cost, since Hibernate takes the connection from the pool.
 */
@Recorder
public class StartupLoginRecorder {

    /**
     * @param binds the binds with entities, except dynamic ones
     * @throws ConfigurationException with the errors of all databases that cannot be reached
     */
    public void logIn(Set<String> binds, Executor executor) {
        List<CompletableFuture<String>> logins = binds.stream().filter(PoolConfig::managesSchema)
                .map(bind -> CompletableFuture.supplyAsync(() -> failure(bind), executor)).toList();
        List<String> failures = logins.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
        if (!failures.isEmpty()) {
            throw new ConfigurationException(failures.size() == 1 ? failures.get(0)
                    : "These databases cannot be used:\n- " + String.join("\n- ", failures));
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
