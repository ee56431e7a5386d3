package io.quarkiverse.binds.test.doors;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;

import io.quarkiverse.binds.Db;

/** Ways to a database; each adds a row and counts the rows of a name. */
@ApplicationScoped
public class Doors {

    /** All ways, by the names that the tests use. */
    public enum Door {
        DB,
        SQL,
        SESSION,
        ENTITY_MANAGER,
        STATELESS,
        REPOSITORY,
        PANACHE,
        FACTORY_CURRENT,
        FACTORY_SESSION,
        FACTORY_STATELESS,
        FACTORY_MANAGER,
        DATASOURCE
    }

    @Inject
    Db db;
    @Inject
    Injected injected;
    @Inject
    NoteRepository notes;
    @Inject
    EntryRepository entries;
    @Inject
    LeafRepository leaves;

    void add(Door door, Where where, String name) throws SQLException {
        Row row = where.row(name);
        switch (door) {
            case DB -> db.add(row);
            case SQL -> db.bind(where.bind).sql(insert(where), name).update();
            case SESSION -> injected.session(where).persist(row);
            case ENTITY_MANAGER -> injected.entityManager(where).persist(row);
            case STATELESS -> injected.statelessSession(where).insert(row);
            case REPOSITORY -> insert(where, row);
            case PANACHE -> row.persist();
            case FACTORY_CURRENT -> injected.factory(where).getCurrentSession().persist(row);
            case FACTORY_SESSION -> {
                try (Session session = injected.factory(where).openSession()) {
                    session.persist(row);
                    session.flush();
                }
            }
            case FACTORY_STATELESS -> {
                try (StatelessSession session = injected.factory(where).openStatelessSession()) {
                    session.insert(row);
                }
            }
            case FACTORY_MANAGER -> {
                // left open, as an application may: the unit of work flushes it
                injected.factory(where).createEntityManager().persist(row);
            }
            case DATASOURCE -> {
                try (Connection connection = injected.dataSource(where).getConnection();
                        PreparedStatement statement = connection.prepareStatement(insert(where))) {
                    statement.setString(1, name);
                    statement.executeUpdate();
                }
            }
        }
    }

    private void insert(Where where, Row row) {
        switch (where) {
            case NOTES -> notes.insert((Note) row);
            case LEDGER -> entries.insert((Entry) row);
            case TENANT -> leaves.insert((Leaf) row);
        }
    }

    private static String insert(Where where) {
        return "insert into " + where.table() + " (name, amount) values (?, 0)";
    }

    /** Adds 10 to the amount of a row. */
    void update(Where where, String name) {
        db.bind(where.bind).sql("update " + where.table() + " set amount = amount + 10 where name = ?", name).update();
    }

    long count(Door door, Where where, String name) throws SQLException {
        return switch (door) {
            case DB -> db.query(where.entity, "name = ?1", name).getResultCount();
            case SQL -> db.bind(where.bind).sql(count(where), name).one(Long.class);
            case SESSION -> count(injected.session(where), where, name);
            case ENTITY_MANAGER -> injected.entityManager(where).createQuery(where.query("select count(*)"), Long.class)
                    .setParameter(1, name).getSingleResult();
            case STATELESS -> count(injected.statelessSession(where), where, name);
            case REPOSITORY -> switch (where) {
                case NOTES -> notes.named(name).size();
                case LEDGER -> entries.named(name).size();
                case TENANT -> leaves.named(name).size();
            };
            case PANACHE -> switch (where) {
                case NOTES -> Note.count("name", name);
                case LEDGER -> Entry.count("name", name);
                case TENANT -> Leaf.count("name", name);
            };
            case FACTORY_CURRENT -> count(injected.factory(where).getCurrentSession(), where, name);
            case FACTORY_SESSION -> {
                try (Session session = injected.factory(where).openSession()) {
                    yield count(session, where, name);
                }
            }
            case FACTORY_STATELESS -> {
                try (StatelessSession session = injected.factory(where).openStatelessSession()) {
                    yield count(session, where, name);
                }
            }
            case FACTORY_MANAGER -> {
                try (EntityManager manager = injected.factory(where).createEntityManager()) {
                    yield manager.createQuery(where.query("select count(*)"), Long.class).setParameter(1, name)
                            .getSingleResult();
                }
            }
            case DATASOURCE -> {
                try (Connection connection = injected.dataSource(where).getConnection();
                        PreparedStatement statement = connection.prepareStatement(count(where))) {
                    statement.setString(1, name);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        yield rows.getLong(1);
                    }
                }
            }
        };
    }

    private static long count(SharedSessionContract session, Where where, String name) {
        return session.createSelectionQuery(where.query("select count(*)"), Long.class).setParameter(1, name)
                .getSingleResult();
    }

    private static String count(Where where) {
        return "select count(*) from " + where.table() + " where name = ?";
    }
}
