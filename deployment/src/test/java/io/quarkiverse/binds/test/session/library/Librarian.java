package io.quarkiverse.binds.test.session.library;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.quarkus.hibernate.orm.PersistenceUnit;

/** Bean of a library, which uses Jakarta Persistence without binds and without the entities of the application. */
@Singleton
public class Librarian {

    private final EntityManager manager;
    private final EntityManager users;

    public Librarian(EntityManager manager, @PersistenceUnit("users") EntityManager users) {
        this.manager = manager;
        this.users = users;
    }

    public boolean manages(Object entity) {
        return manager.contains(entity);
    }

    public boolean managesUser(Object entity) {
        return users.contains(entity);
    }

    public void persist(Object entity) {
        manager.persist(entity);
    }
}
