package io.quarkiverse.binds.test.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;
import org.hibernate.StatelessSession;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;

/** Injected beans by which an application may write. */
@ApplicationScoped
public class WriteTools {

    @Inject
    Db db;

    @Inject
    Session session;

    @Inject
    StatelessSession stateless;

    @Inject
    AgroalDataSource notes;

    Db db() {
        return db;
    }

    Session session() {
        return session;
    }

    StatelessSession stateless() {
        return stateless;
    }

    AgroalDataSource notes() {
        return notes;
    }

    Note note(String name) {
        return session.createSelectionQuery("from Note where name = :name", Note.class).setParameter("name", name)
                .getSingleResult();
    }
}
