package io.quarkiverse.binds.runtime.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.postgresql.xa.PGXADataSource;

import io.quarkiverse.binds.test.databases.PostgreSql;

/** The exceptions of the drivers, masked: no text has a value of a sensitive column, and all else stays. */
class ExceptionMaskTest {

    private static final ExceptionMask MASK = new ExceptionMask(Set.of("iban", "pin", "born", "bin", "amount", "place"));
    private static final String INSERT = "insert into account (id, iban, pin, born, bin, amount, city, place)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final Object[] ROW = { 1, "DE89-it's-secret", 4711, Date.valueOf("1971-03-04"),
            new byte[] { (byte) 0xC0, (byte) 0xFF, (byte) 0xEE }, new BigDecimal("77.50"), "Rome", "at-secret" };
    /** Parts of the values in each form, in lower case; the second of two parts of a text with a quote. */
    private static final List<String> FORMS = List.of("secret", "4711", "1971", "c0ff", "c0\\xff", "77.5", "991199");

    interface Work {
        void run() throws SQLException;
    }

    private static SQLException failure(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("no failure");
    }

    /** All that can be read of an exception. */
    private static String texts(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        Map<Throwable, Throwable> seen = new IdentityHashMap<>();
        Deque<Throwable> left = new ArrayDeque<>(List.of(e));
        while (!left.isEmpty()) {
            Throwable t = left.poll();
            if (seen.put(t, t) != null) {
                continue;
            }
            text.append("\n" + t + t.getMessage() + t.getLocalizedMessage());
            if (t instanceof PSQLException psql && psql.getServerErrorMessage() != null) {
                ServerErrorMessage message = psql.getServerErrorMessage();
                text.append(message.toString() + message.getDetail() + message.getWhere() + message.getInternalQuery());
            }
            left.addAll(List.of(t.getSuppressed()));
            Stream.of(t.getCause(), t instanceof SQLException sql ? sql.getNextException() : null).filter(Objects::nonNull)
                    .forEach(left::add);
        }
        return text.toString().toLowerCase(Locale.ROOT).replaceAll("(?m)^\\s*at .*$", "");
    }

    private static boolean shows(Throwable e) {
        String texts = texts(e);
        return FORMS.stream().anyMatch(texts::contains);
    }

    /** The class of JDBC, or its superclass that is one. */
    private static Class<?> kind(SQLException e) {
        Class<?> type = e.getClass();
        while (!type.getName().startsWith("java.sql.")) {
            type = type.getSuperclass();
        }
        return type;
    }

    private static SQLException masked(SQLException e) {
        SQLException masked = MASK.apply(e);
        assertThat(FORMS).as(texts(masked)).noneMatch(texts(masked)::contains);
        assertThat(masked.getSQLState()).isEqualTo(e.getSQLState());
        assertThat(masked.getErrorCode()).isEqualTo(e.getErrorCode());
        assertThat(masked.getStackTrace()).isEqualTo(e.getStackTrace());
        assertThat(kind(masked)).isEqualTo(kind(e));
        return masked;
    }

    /** The statements of which a server refuses a value. */
    private static Map<String, Work> refused(Server server, Connection c) {
        Map<String, Work> all = new LinkedHashMap<>();
        for (int i = 1; i < 6; i++) {
            Object[] row = { 2, null, null, null, null, null, null, null };
            row[i] = ROW[i];
            all.put("unique " + i, () -> Server.run(c, INSERT, row));
        }
        all.put("composite key", () -> Server.run(c, "insert into account (id, city, place) values (2, 'Rome', ?)", ROW[7]));
        all.put("check", () -> Server.run(c, INSERT, 2, "a-secret", -4711, null, null, null, null, null));
        all.put("null", () -> Server.run(c, INSERT, null, "a-secret", null, null, null, null, null, null));
        all.put("no parent", () -> Server.run(c, "insert into child (id, iban) values (2, ?)", "a-secret"));
        all.put("has child", () -> Server.run(c, "delete from account where id = 1"));
        all.put("too long", () -> Server.run(c, "insert into account (id, iban) values (2, ?)", "a-secret".repeat(9)));
        all.put("no number", () -> Server.run(c, "insert into account (id, pin) values (2, " + server.textAs("int") + ")",
                "a-'sec\"secret"));
        all.put("large", () -> Server.run(c, "insert into account (id, amount) values (2, ?)", new BigDecimal("991199.7")));
        all.put("no date", () -> Server.run(c, "insert into account (id, born) values (2, " + server.textAs("date") + ")",
                "1971-02-31"));
        all.put("cast", () -> Server.run(c,
                "update account set pin = cast(iban as " + (server.name().startsWith("M") ? "signed" : "int") + ")"));
        all.put("literal", () -> Server.run(c, "insert into account (id, iban) values (2, 'DE89-it''s-secret')"));
        if (server == Server.MYSQL || server == Server.MARIADB) {
            // the parameters are in the text of the statement
            all.put("syntax", () -> Server.run(c, "insert into account (id, iban) values (2 ?)", "a-secret"));
            all.put("partition", () -> Server.run(c, "insert into parts values (?)", 991199));
            all.put("expression", () -> Server.run(c, "select cast(? as unsigned) - 991199 from account", 5));
            all.put("signal", () -> Server.run(c, "call refuse(?)", "a-secret"));
        }
        return all;
    }

    private static void prepare(Server server, Connection c) throws SQLException {
        Server.run(c, INSERT, ROW);
        Server.run(c, "insert into child (id, iban) values (1, ?)", ROW[1]);
        if (server == Server.MYSQL || server == Server.MARIADB) {
            Server.run(c, "create table parts (pin int) partition by range (pin) (partition a values less than (5))");
            Server.run(c, "create procedure refuse(x varchar(50)) begin set @m = concat('iban \\'', x, '\\'');"
                    + " signal sqlstate '45000' set message_text = @m; end");
        }
    }

    @ParameterizedTest
    @CsvSource({ "H2, 14", "MYSQL, 14", "MARIADB, 14", "POSTGRESQL, 14" })
    void refusedValuesAreMasked(Server server, int showing) throws SQLException {
        List<String> shown = new ArrayList<>();
        try (Connection c = server.connect()) {
            prepare(server, c);
            refused(server, c).forEach((name, work) -> {
                SQLException e = failure(work);
                if (shows(e)) {
                    shown.add(name);
                }
                masked(e);
            });
        }
        assertThat(shown).as("the driver shows values").hasSizeGreaterThanOrEqualTo(showing);
    }

    @ParameterizedTest
    @EnumSource
    void nameOfTheConstraintIsFoundByHibernate(Server server) throws SQLException {
        try (Connection c = server.connect()) {
            prepare(server, c);
            refused(server, c).values().forEach(work -> {
                SQLException e = failure(work);
                var names = server.dialect().getViolatedConstraintNameExtractor();
                assertThat(names.extractConstraintName(masked(e))).isEqualTo(names.extractConstraintName(e));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchKeepsItsCountsAndNextExceptions(Server server) throws SQLException {
        try (Connection c = server.connect()) {
            prepare(server, c);
            SQLException e = failure(() -> {
                try (PreparedStatement batch = c.prepareStatement(INSERT)) {
                    for (int i = 0; i < 50; i++) {
                        Server.set(batch, 100 + i, i == 30 ? ROW[1] : "a-secret-" + i, 991199 + i, null, null, null, null,
                                null);
                        batch.addBatch();
                    }
                    batch.executeBatch();
                }
            });
            assertThat(shows(e)).isTrue();
            SQLException masked = masked(e);
            assertThat(((BatchUpdateException) masked).getUpdateCounts())
                    .isEqualTo(((BatchUpdateException) e).getUpdateCounts());
            assertThat(masked.getNextException() == null).isEqualTo(e.getNextException() == null);
            assertThat(masked.getCause() == null).isEqualTo(e.getCause() == null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchOfTextsIsMasked(Server server) throws SQLException {
        try (Connection c = server.connect(); Statement batch = c.createStatement()) {
            batch.addBatch("insert into account (id, iban) values (1, 'a-secret')");
            batch.addBatch("insert into account (id, iban) values (2, 'a-secret')");
            SQLException e = failure(batch::executeBatch);
            assertThat(shows(e)).isTrue();
            masked(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionWithoutValueStaysTheSame(Server server) throws SQLException {
        try (Connection c = server.connect()) {
            prepare(server, c);
            for (String sql : List.of("select * from nowhere", "select nothing from account",
                    "insert into child (id) values (null)".replace("null", server == Server.POSTGRESQL ? "x" : "null"))) {
                SQLException e = failure(() -> Server.run(c, sql));
                assertThat(MASK.apply(e) == e).as(sql).isTrue();
            }
            c.close();
            SQLException closed = failure(c::commit);
            assertThat(MASK.apply(closed) == closed).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void valueOfNamedOtherColumnIsKept(Server server) throws SQLException {
        try (Connection c = server.connect()) {
            Server.run(c, "create table other (name varchar(20) unique, age int)");
            Server.run(c, "insert into other (name) values ('bob')");
            // MySQL and MariaDB name the key only, H2 and PostgreSQL do not name the column of a value that is no number
            String sql = server.name().startsWith("M") ? "insert into other (age) values ('bob')"
                    : "insert into other (name) values ('bob')";
            SQLException e = failure(() -> Server.run(c, sql));
            SQLException masked = MASK.apply(e);
            assertThat(server == Server.H2 ? masked.getMessage().split(";")[0] : masked.getMessage()).contains("bob");
        }
    }

    @Test
    void partsOfTheMessageOfPostgreSqlStay() throws SQLException {
        try (Connection c = Server.POSTGRESQL.connect()) {
            prepare(Server.POSTGRESQL, c);
            SQLException e = failure(() -> Server.run(c, "insert into account (id, iban) values (2, ?)", ROW[1]));
            ServerErrorMessage message = ((PSQLException) masked(e)).getServerErrorMessage();
            assertThat(message.getDetail()).isEqualTo("Key (iban)=(***) already exists.");
            assertThat(message).usingRecursiveComparison().ignoringFields("mesgParts")
                    .isEqualTo(((PSQLException) e).getServerErrorMessage());
            assertThat(List.of(message.getTable(), message.getConstraint(), message.getSchema(), message.getSeverity()))
                    .containsExactly("account", "account_iban_key", "public", "ERROR");
            assertThat(message.getLine()).isPositive();
        }
    }

    @Test
    void deferredConstraintIsMaskedAtCommit() throws SQLException {
        try (Connection c = Server.POSTGRESQL.connect()) {
            Server.run(c, "create table late (iban varchar(30) unique deferrable initially deferred)");
            c.setAutoCommit(false);
            Server.run(c, "insert into late values ('a-secret'), ('a-secret')");
            SQLException e = failure(c::commit);
            assertThat(shows(e)).isTrue();
            masked(e);
        }
    }

    @Test
    void deferredConstraintIsMaskedInAnXaCommit() throws Exception {
        PGXADataSource source = new PGXADataSource();
        try (Connection c = Server.POSTGRESQL.connect()) {
            Server.run(c, "create table late (iban varchar(30) unique deferrable initially deferred)");
            source.setUrl(c.getMetaData().getURL());
            source.setUser(PostgreSql.shared().user());
            source.setPassword(PostgreSql.shared().password());
        }
        XAConnection xa = source.getXAConnection();
        XidOfTest id = new XidOfTest();
        xa.getXAResource().start(id, XAResource.TMNOFLAGS);
        Server.run(xa.getConnection(), "insert into late values ('a-secret'), ('a-secret')");
        xa.getXAResource().end(id, XAResource.TMSUCCESS);
        XAException e = assertThrows(XAException.class, () -> xa.getXAResource().commit(id, true));
        xa.close();

        assertThat(shows(e)).isTrue();
        XAException masked = MASK.apply(e);
        assertThat(shows(masked)).isFalse();
        assertThat(masked).hasMessage(e.getMessage());
        assertThat(masked.errorCode).isEqualTo(e.errorCode);
    }

    private record XidOfTest() implements Xid {

        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return new byte[] { 1 };
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] { 2 };
        }
    }

    @Test
    void statementsOfFunctionsAndParametersInTheContextAreMasked() throws SQLException {
        try (Connection c = Server.POSTGRESQL.connect()) {
            Server.run(c, "create function fill(x text) returns int language plpgsql as $$ begin"
                    + " execute format('insert into account (id, pin) values (1, %L)', x); return 1; end $$");
            Server.run(c, "create function refuse(x text) returns int language plpgsql as $$ begin"
                    + " raise exception 'bad \"%\"', x using detail = 'it is ''' || x || '''', errcode = 'unique_violation'; end $$");
            Server.run(c, "set log_parameter_max_length_on_error = 100");
            Map<String, Object> failing = Map.of("select fill(?)", "a-secret", "select refuse(?)", "a-secret",
                    "select cast(cast(? as text) as jsonb)", "{\"a\": 4711secret}",
                    "insert into account (id, iban, pin) values (1, ?, 1 / (1 - 1))", "a-secret",
                    "select make_date(?, 2, 31)", 1971);
            failing.forEach((sql, parameter) -> {
                SQLException e = failure(() -> Server.run(c, sql, parameter));
                assertThat(shows(e)).as(sql).isTrue();
                masked(e);
            });
        }
    }

    /** The drivers' options add the statement with its parameters. */
    @ParameterizedTest
    @ValueSource(strings = { "MYSQL", "MARIADB" })
    void dumpedStatementIsMasked(Server server) throws SQLException {
        try (Connection c = server.connect("dumpQueriesOnException", "true", "useServerPrepStmts", "true")) {
            SQLException e = failure(() -> Server.run(c,
                    "insert into child (id, iban, age) values (1, ?, 4711)", "a-secret"));
            assertThat(shows(e)).isTrue();
            assertThat(masked(e) instanceof SQLIntegrityConstraintViolationException).isTrue();
        }
    }

    @Test
    void circularCausesAndSuppressedOnesAreMasked() {
        SQLException e = new SQLException("first 'a-secret'", "HY000", 1366);
        SQLException other = new SQLException("second", "HY000", 1366, e);
        e.initCause(other);
        e.addSuppressed(new SQLException("third 'a-secret'", "HY000", 1366));
        assertThat(shows(e)).isTrue();
        SQLException masked = MASK.apply(e);
        assertThat(masked.getMessage()).isEqualTo("first '***'");
        assertThat(shows(masked)).isFalse();
        assertThat(masked.getSuppressed()[0]).hasMessage("third '***'");
    }

    @Test
    void circularChainWithoutValueStaysTheSame() {
        SQLException e = new SQLException("first");
        SQLException next = new SQLException("next", e);
        e.setNextException(next);
        next.setNextException(null);
        e.initCause(next);
        assertThat(MASK.apply(e) == e).isTrue();
    }

    /** MySQL's driver has one for each statement of a batch that goes on after an error. */
    @Test
    void longChainIsMasked() {
        SQLException first = new SQLException("no value");
        for (int i = 0; i < 5_000; i++) {
            SQLException next = first;
            first = new SQLException(i == 7 ? "'a-secret'" : "no value", "HY000", 1366);
            first.setNextException(next);
        }
        assertThat(shows(first)).isTrue();
        assertThat(shows(MASK.apply(first))).isFalse();
    }
}
