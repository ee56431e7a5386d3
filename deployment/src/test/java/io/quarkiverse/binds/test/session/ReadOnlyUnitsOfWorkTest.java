package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import jakarta.transaction.Transactional;

import org.assertj.core.api.SoftAssertions;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.dynamic.Remark;
import io.quarkiverse.binds.test.dynamic.ThreadSelector;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.test.QuarkusUnitTest;

/** L6: a read-only unit of work writes nothing, in binds of each kind. */
class ReadOnlyUnitsOfWorkTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:read-only;DB_CLOSE_DELAY=-1
            quarkus.binds.users.url=h2:mem:read-only-users;DB_CLOSE_DELAY=-1
            quarkus.binds.users.two-phase=true
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:read_only_{key};DB_CLOSE_DELAY=-1
            quarkus.binds."*".schema=create
            quarkus.transaction-manager.object-store.directory=target/object-store
            """, Remark.class, ThreadSelector.class);

    private static final UnitOfWorkOptions READ_ONLY = UnitOfWorkOptions.defaults().asReadOnly();

    @Entity(name = "Note")
    public static class Note extends PanacheEntityBase {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "ids")
        @TableGenerator(name = "ids", allocationSize = 1)
        public Long id;
        public String text = "";
    }

    @Entity(name = "Member")
    @Bind("users")
    public static class Member extends PanacheEntity {
        public String text = "";
    }

    /** Work without a transaction within a unit of work. */
    @ApplicationScoped
    public static class Outside {

        @Inject
        AgroalDataSource notes;

        @Transactional(Transactional.TxType.NOT_SUPPORTED)
        public void insert() throws Exception {
            jdbc(notes, "insert into note (id, text) values (-2, '')");
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void insertInATransactionOfItsOwn() throws Exception {
            jdbc(notes, "insert into note (id, text) values (-3, '')");
        }
    }

    @Inject
    Db db;

    @Inject
    Outside outside;

    @Inject
    AgroalDataSource notes;

    @Inject
    @DataSource("users")
    AgroalDataSource users;

    @Inject
    @DataSource("tenants")
    AgroalDataSource tenants;

    static void jdbc(AgroalDataSource dataSource, String sql) throws Exception {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @BeforeEach
    void oneRowInEachBind() {
        ThreadSelector.choose("acme");
        db.run(() -> {
            Note.deleteAll();
            Member.deleteAll();
            Remark.deleteAll();
            db.add(new Note(), new Member(), Remark.of(""));
            db.commit();
        });
    }

    @AfterEach
    void noneIsChosen() {
        ThreadSelector.choose(null);
    }

    private static final Map<String, String> TABLES = Map.of(Bind.DEFAULT, "Note", "users", "Member", "tenants", "Remark");

    /** Row of each bind, read over another connection. */
    private static String row(String bind) throws Exception {
        String database = bind.equals(Bind.DEFAULT) ? "read-only" : bind.equals("users") ? "read-only-users" : "read_only_acme";
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select listagg('[' || text || ']') from " + TABLES.get(bind))) {
            row.next();
            return row.getString(1);
        }
    }

    private AgroalDataSource dataSource(String bind) {
        return bind.equals(Bind.DEFAULT) ? notes : bind.equals("users") ? users : tenants;
    }

    private record Place(ReadOnlyUnitsOfWorkTest test, String bind) {

        Session session() {
            return test.db.session(bind);
        }

        String table() {
            return TABLES.get(bind);
        }

        Object entity() {
            return session().createSelectionQuery("from " + table(), Object.class).getSingleResult();
        }

        void change() {
            Object entity = entity();
            if (entity instanceof Note note) {
                note.text = "x";
            } else if (entity instanceof Member member) {
                member.text = "x";
            } else {
                ((Remark) entity).text = "x";
            }
        }
    }

    private interface Way {
        void write(Place place) throws Exception;
    }

    private static Map<String, Way> updates() {
        return Map.of(
                "HQL", place -> place.session().createMutationQuery("update " + place.table() + " set text = 'x'")
                        .executeUpdate(),
                "native", place -> place.session().createNativeMutationQuery("update " + place.table() + " set text = 'x'")
                        .executeUpdate(),
                "SQL", place -> place.test.db.bind(place.bind).sql("update " + place.table() + " set text = 'x'").update(),
                "SQL query", place -> place.test.db.bind(place.bind)
                        .sql("select * from final table (update " + place.table() + " set text = 'x')").maps(),
                "doWork", place -> place.session().doWork(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("update " + place.table() + " set text = 'x'");
                    }
                }),
                "JDBC", place -> jdbc(place.test.dataSource(place.bind), "update " + place.table() + " set text = 'x'"),
                "changed, flush", place -> {
                    place.change();
                    place.test.db.flush();
                },
                "changed, query", place -> {
                    place.change();
                    place.entity();
                },
                "changed, commit", place -> {
                    place.change();
                    place.test.db.commit();
                });
    }

    /** Writes as the first use of the bind, and after a read. */
    @Test
    void updateIsRefusedInEachKindOfBind() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (String bind : TABLES.keySet()) {
            for (Map.Entry<String, Way> way : updates().entrySet()) {
                for (boolean afterRead : List.of(false, true)) {
                    softly.assertThatThrownBy(() -> db.call(READ_ONLY, () -> {
                        Place place = new Place(this, bind);
                        if (afterRead) {
                            place.entity();
                        }
                        way.getValue().write(place);
                        return null;
                    })).as("%s, %s, after a read: %s", bind, way.getKey(), afterRead).hasStackTraceContaining(
                            "The unit of work of db.call is read-only and refuses an UPDATE: begin it without readOnly");
                    softly.assertThat(row(bind)).as("%s, %s", bind, way.getKey()).isEqualTo("[]");
                }
            }
        }
        softly.assertAll();
    }

    /** The id comes from a transaction of its own, as from a sequence; it remains unused. */
    @Test
    void rowWithIdFromTableIsRefused() throws Exception {
        refused("an INSERT", test -> {
            test.db.session().persist(new Note());
            test.db.flush();
        });
        assertThat(row(Bind.DEFAULT)).isEqualTo("[]");
    }

    @Test
    void rowWithIdFromSequenceIsRefused() {
        refused("an INSERT", test -> {
            test.db.session("users").persist(new Member());
            test.db.flush();
        });
    }

    @Test
    void workWithoutTransactionIsRefused() throws Exception {
        refused("an INSERT", test -> sneaky(test.outside::insert));
        assertThat(row(Bind.DEFAULT)).isEqualTo("[]");
    }

    /** A separate transaction is not part of the read-only unit of work. */
    @Test
    void separateTransactionMayWrite() throws Exception {
        db.run(READ_ONLY, () -> {
            Note.count();
            sneaky(outside::insertInATransactionOfItsOwn);
        });
        assertThat(row(Bind.DEFAULT)).isEqualTo("[],[]");
    }

    /** The tables of a tenant's database are created when it is opened, by any unit of work. */
    @Test
    void databaseOpenedInReadOnlyUnitOfWorkGetsItsTables() {
        ThreadSelector.choose("new");
        assertThat(db.<Long, RuntimeException> call(READ_ONLY, () -> Remark.count())).isZero();
    }

    @Test
    void connectionIsWritableAfterTheUnitOfWork() throws Exception {
        for (String bind : TABLES.keySet()) {
            db.run(READ_ONLY, () -> new Place(this, bind).entity());
            db.run(() -> {
                new Place(this, bind).change();
                db.commit();
            });
            assertThat(row(bind)).isEqualTo("[x]");
        }
    }

    private void refused(String kind, Consumer<ReadOnlyUnitsOfWorkTest> work) {
        assertThatThrownBy(() -> db.run(READ_ONLY, () -> work.accept(this)))
                .hasStackTraceContaining("is read-only and refuses " + kind + ": begin it without readOnly");
    }

    private interface ThrowingOpening {
        void run() throws Exception;
    }

    private static void sneaky(ThrowingOpening work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
