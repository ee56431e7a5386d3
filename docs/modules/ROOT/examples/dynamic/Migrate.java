package org.acme.dynamic;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.flywaydb.core.Flyway;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;

// tag::initializer[]
@ApplicationScoped
public class Migrate implements DatabaseInitializer {

    @Override
    public void initialize(Database database, DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).locations("db/" + database.bind()).load().migrate();
    }
}
// end::initializer[]
