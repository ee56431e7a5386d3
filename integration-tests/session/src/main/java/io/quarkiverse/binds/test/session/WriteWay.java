package io.quarkiverse.binds.test.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;

import org.hibernate.Session;
import org.hibernate.StatelessSession;

import io.quarkiverse.binds.Bind;

/** Ways to write to a bind. Each changes the note of that name, or adds another note. */
public enum WriteWay {

    HQL_UPDATE("an UPDATE", (tools, name) -> tools.session()
            .createMutationQuery("update Note set amount = 2 where name = :name").setParameter("name", name).executeUpdate()),
    HQL_DELETE("a DELETE", (tools, name) -> tools.session().createMutationQuery("delete from Note where name = :name")
            .setParameter("name", name).executeUpdate()),
    HQL_INSERT("an INSERT", (tools, name) -> tools.session()
            .createMutationQuery("insert into Note (name, amount, version) values (:name, 2, 0)")
            .setParameter("name", name + "-2").executeUpdate()),
    CRITERIA_UPDATE("an UPDATE", (tools, name) -> {
        CriteriaBuilder builder = tools.session().getCriteriaBuilder();
        CriteriaUpdate<Note> update = builder.createCriteriaUpdate(Note.class);
        Root<Note> note = update.from(Note.class);
        update.set("amount", 2).where(builder.equal(note.get("name"), name));
        tools.session().createMutationQuery(update).executeUpdate();
    }),
    CRITERIA_DELETE("a DELETE", (tools, name) -> {
        CriteriaDelete<Note> delete = tools.session().getCriteriaBuilder().createCriteriaDelete(Note.class);
        delete.from(Note.class);
        tools.session().createMutationQuery(delete).executeUpdate();
    }),
    PANACHE_UPDATE("an UPDATE", (tools, name) -> Note.update("amount = 2 where name = ?1", name)),
    PANACHE_DELETE("a DELETE", (tools, name) -> Note.delete("name", name)),
    PANACHE_PERSIST("an INSERT", (tools, name) -> new Note(name + "-2").persist()),
    NATIVE_MUTATION("an UPDATE", (tools, name) -> tools.session()
            .createNativeMutationQuery("update note set amount = 2").executeUpdate()),
    NATIVE_QUERY("a DELETE",
            (tools, name) -> tools.session().createNativeQuery("delete from note", Note.class).executeUpdate()),
    NATIVE_QUERY_OF_THE_OTHER_BIND("a DELETE",
            (tools, name) -> tools.db().session("ledger").createNativeMutationQuery("delete from entry").executeUpdate()),
    NATIVE_QUERY_FOR_ROWS("an UPDATE", (tools, name) -> tools.session()
            .createNativeQuery("with a as (select 1) update note set amount = 2", Object.class).getResultList()),
    STORED_PROCEDURE("a CALL", (tools, name) -> tools.session().createStoredProcedureQuery("write_note").execute()),
    IDENTITY("an INSERT", (tools, name) -> tools.session().persist(new Note(name + "-2"))),
    MERGE("an UPDATE", (tools, name) -> {
        Note note = tools.note(name);
        tools.session().clear();
        note.amount = 2;
        tools.session().merge(note);
        tools.session().flush();
    }),
    REMOVE("a DELETE", (tools, name) -> {
        tools.session().remove(tools.note(name));
        tools.session().flush();
    }),
    CHANGED_AND_FLUSHED("an UPDATE", (tools, name) -> {
        tools.note(name).amount = 2;
        tools.db().flush();
    }),
    CHANGED_AND_QUERIED("an UPDATE", (tools, name) -> {
        tools.note(name).amount = 2;
        tools.db().query(Note.class, "order by id").getResultList();
    }),
    CHANGED_AND_QUERIED_BY_SQL("an UPDATE", (tools, name) -> {
        tools.note(name).amount = 2;
        tools.db().bind(Bind.DEFAULT).sql("select count(*) from note").one(Long.class);
    }),
    CHANGED_AND_COMMITTED("an UPDATE", (tools, name) -> {
        tools.note(name).amount = 2;
        tools.db().commit();
    }),
    DO_WORK("an INSERT", (tools, name) -> tools.session().doWork(connection -> insert(connection, name))),
    DO_RETURNING_WORK("an INSERT", (tools, name) -> tools.session().doReturningWork(connection -> insert(connection, name))),
    DATA_SOURCE("an INSERT", (tools, name) -> {
        try (Connection connection = tools.notes().getConnection()) {
            insert(connection, name);
        }
    }),
    DATA_SOURCE_BATCH("an UPDATE", (tools, name) -> {
        try (Connection connection = tools.notes().getConnection(); Statement statement = connection.createStatement()) {
            statement.addBatch("update note set amount = 2");
            statement.executeBatch();
        }
    }),
    DATA_SOURCE_PREPARED("a DELETE", (tools, name) -> {
        try (Connection connection = tools.notes().getConnection()) {
            connection.prepareStatement("delete from note").executeUpdate();
        }
    }),
    STATELESS_SESSION("an INSERT", (tools, name) -> tools.stateless().insert(new Note(name + "-2"))),
    STATELESS_SESSION_OF_FACTORY("an INSERT", (tools, name) -> {
        try (StatelessSession stateless = tools.session().getFactory().openStatelessSession()) {
            stateless.insert(new Note(name + "-2"));
        }
    }),
    SESSION_OF_FACTORY("an INSERT", (tools, name) -> {
        try (Session session = tools.session().getFactory().openSession()) {
            session.persist(new Note(name + "-2"));
            session.flush();
        }
    }),
    SQL_UPDATE("a DELETE", (tools, name) -> tools.db().bind(Bind.DEFAULT).sql("delete from note").update()),
    SQL_UPDATE_OF_THE_OTHER_BIND("an INSERT",
            (tools, name) -> tools.db().bind("ledger").sql("insert into entry (text) values (?)", name + "-2").update()),
    SQL_QUERY_THAT_WRITES("an UPDATE",
            (tools, name) -> tools.db().bind(Bind.DEFAULT).sql("update note set amount = 2").maps()),
    DDL("a TRUNCATE", (tools, name) -> tools.db().bind(Bind.DEFAULT).sql("truncate table note").update()),
    SECOND_STATEMENT("a DELETE",
            (tools, name) -> tools.db().bind(Bind.DEFAULT).sql("select 1; delete from note").maps()),
    WRITE_IN_A_COMMENT_OF_A_READ("a CREATE",
            (tools, name) -> tools.db().bind(Bind.DEFAULT).sql("/* select */ create table other (a int)").update()),
    DB_ADD("add entities", (tools, name) -> tools.db().add(new Note(name + "-2"))),
    DB_DELETE("delete entities", (tools, name) -> tools.db().delete(tools.note(name)));

    interface Way {
        void write(WriteTools tools, String name) throws Exception;
    }

    private final String kind;
    private final Way way;

    WriteWay(String kind, Way way) {
        this.kind = kind;
        this.way = way;
    }

    /** Kind of write that the refusal names. */
    public String kind() {
        return kind;
    }

    void write(WriteTools tools, String name) throws Exception {
        way.write(tools, name);
    }

    private static int insert(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into note (name, amount, version) values ('" + name + "-2', 2, 0)");
        }
    }
}
