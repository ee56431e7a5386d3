package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkus.credentials.CredentialsProvider;

/** Source, credentials provider and initializer that block an opening: at the source, at the connect, or in the initializer. */
@Singleton
public class BlockingOpening implements DatabaseSource, CredentialsProvider, DatabaseInitializer {

    static final String SOURCE = "source";
    static final String CONNECT = "connect";
    static final String INITIALIZER = "initializer";
    static final String WRITES = "writes";

    /** URLs that the source returns. */
    static final Map<String, String> URLS = new ConcurrentHashMap<>();
    static final AtomicInteger RUNS = new AtomicInteger();
    static volatile boolean closes;

    @Inject
    Databases databases;

    @Inject
    Db db;

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        String url = URLS.get(key);
        OpeningBarrier.pass(SOURCE);
        return Optional.ofNullable(url)
                .map(at -> DatabaseAddress.of(at, DatabaseOptions.defaults().credentialsProvider("sa")));
    }

    @Override
    public Map<String, String> getCredentials(String name) {
        OpeningBarrier.pass(CONNECT);
        return Map.of(USER_PROPERTY_NAME, name, PASSWORD_PROPERTY_NAME, "");
    }

    @Override
    public void initialize(Database database, DataSource dataSource) throws Exception {
        RUNS.incrementAndGet();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists prepared (url varchar(99))");
            statement.execute("insert into prepared values ('" + database.url() + "')");
        }
        if (closes) {
            databases.of(database.bind()).close(database.key());
        }
        OpeningBarrier.pass(INITIALIZER);
        if (OpeningBarrier.pass(WRITES)) {
            databases.of(database.bind()).run(database.key(), () -> {
                db.bind(database.bind()).sql("insert into prepared values ('late')").update();
                db.commit();
            });
        }
    }
}
