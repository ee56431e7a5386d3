package io.quarkiverse.binds.test.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** A repository of Panache for each kind of database. */
@ApplicationScoped
public class TodoRepositories {

    @ApplicationScoped
    public static class OnMySql implements PanacheRepository<TodoOnMySql> {
    }

    @ApplicationScoped
    public static class OnMariaDb implements PanacheRepository<TodoOnMariaDb> {
    }

    @ApplicationScoped
    public static class OnPostgreSql implements PanacheRepository<TodoOnPostgreSql> {
    }

    @ApplicationScoped
    public static class OnH2 implements PanacheRepository<TodoOnH2> {
    }

    @Inject
    OnMySql mySql;
    @Inject
    OnMariaDb mariaDb;
    @Inject
    OnPostgreSql postgreSql;
    @Inject
    OnH2 h2;

    PanacheRepository<? extends Todo> of(Kind kind) {
        return switch (kind) {
            case MYSQL -> mySql;
            case MARIADB -> mariaDb;
            case POSTGRESQL -> postgreSql;
            case H2 -> h2;
        };
    }
}
