package io.quarkiverse.binds.test.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.hibernate.StatelessSession;
import org.jboss.logmanager.ExtLogRecord;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.support.FailureTexts;
import io.quarkus.agroal.DataSource.DataSourceLiteral;

/** Writes that the database refuses because of a secret value, in every way to write. */
@Path("{kind}/refused-values")
public class RefusedValuesResource {

    static final String IBAN = "DE89-it's-5ecret";
    static final int PIN = 471147;

    /** @param log of the time of the work, with stack traces */
    public record Refusal(String failure, String log) {
    }

    private interface Work {
        void run() throws Exception;
    }

    @Inject
    Db db;

    @Inject
    @Any
    Instance<AgroalDataSource> dataSources;

    @PathParam("kind")
    Kind kind;

    private Member member(int id, String iban) {
        Member member = Member.of(kind);
        member.id = id;
        member.name = "member " + id;
        member.iban = iban;
        return member;
    }

    /** One row, which is stored. */
    @POST
    @Path("first")
    public void first() {
        db.run(() -> {
            db.bind(kind.bind()).sql("delete from member_row").update();
            Member member = member(1, IBAN);
            member.pin = PIN;
            member.city = "Rome";
            member.street = "5ecret street";
            db.add(member);
            db.commit();
        });
    }

    /** The classes of a connection and a statement. */
    @POST
    @Path("connection")
    public String classes() throws SQLException {
        try (Connection connection = connection(); PreparedStatement statement = connection.prepareStatement("select 1")) {
            return connection.getClass().getName() + " " + statement.getClass().getName();
        }
    }

    @POST
    @Path("{way}")
    public Refusal refused(@PathParam("way") String way) {
        Work work = work(way);
        Log log = new Log();
        Logger.getLogger("").addHandler(log);
        try {
            db.run(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return new Refusal("none", log.text());
        } catch (RuntimeException e) {
            return new Refusal(FailureTexts.all(e), log.text());
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    private Work work(String way) {
        String insert = "insert into member_row (id, iban) values (?, ?)";
        return switch (way) {
            case "flush" -> () -> {
                db.add(member(2, IBAN));
                db.flush();
            };
            case "commit" -> () -> {
                db.add(member(2, IBAN));
                db.commit();
            };
            case "number" -> () -> {
                Member member = member(2, null);
                member.pin = PIN;
                db.add(member);
                db.commit();
            };
            case "composite-key" -> () -> db.bind(kind.bind())
                    .sql("insert into member_row (id, city, street) values (2, ?, ?)", "Rome", "5ecret street").update();
            case "too-long" -> () -> db.bind(kind.bind()).sql(insert, 2, IBAN.repeat(5)).update();
            case "hql" -> () -> {
                db.add(member(2, null));
                db.flush();
                db.session(kind.bind()).createMutationQuery("update " + entity() + " set iban = :iban where id = 2")
                        .setParameter("iban", IBAN).executeUpdate();
            };
            case "native" -> () -> db.bind(kind.bind()).sql(insert, 2, IBAN).update();
            case "batch" -> () -> {
                db.session(kind.bind()).setJdbcBatchSize(50);
                for (int i = 0; i < 50; i++) {
                    db.add(member(100 + i, i == 30 ? IBAN : "5ecret " + i));
                }
                db.flush();
            };
            case "get-or-create" -> () -> db.getOrCreate(Member.of(kind).getClass(), Map.of("name", "new"), member -> {
                member.id = 2;
                member.iban = IBAN;
            });
            case "upsert" -> () -> {
                db.add(member(2, null));
                db.flush();
                db.upsert(Member.of(kind).getClass(), Map.of("id", 2), Map.of("iban", IBAN));
            };
            case "stateless" -> () -> {
                try (StatelessSession session = db.session(kind.bind()).getSessionFactory().openStatelessSession()) {
                    session.insert(member(2, IBAN));
                }
            };
            case "jdbc" -> () -> {
                try (Connection connection = connection(); PreparedStatement statement = connection.prepareStatement(insert)) {
                    statement.setInt(1, 2);
                    statement.setString(2, IBAN);
                    statement.executeUpdate();
                }
            };
            case "jdbc-batch" -> this::jdbcBatch;
            case "read" -> () -> {
                try (Connection connection = connection();
                        var rows = connection.createStatement().executeQuery("select iban from member_row where id = 1")) {
                    rows.next();
                    rows.getTimestamp(1);
                }
            };
            case "deferred" -> () -> {
                db.bind(kind.bind()).sql("create table if not exists late_row (iban varchar(30) unique deferrable initially"
                        + " deferred)").update();
                db.bind(kind.bind()).sql("insert into late_row values (?), (?)", IBAN, IBAN).update();
                db.commit();
            };
            default -> throw new IllegalArgumentException(way);
        };
    }

    private void jdbcBatch() throws SQLException {
        try (Connection connection = connection();
                PreparedStatement batch = connection.prepareStatement("insert into member_row (id, iban) values (?, ?)")) {
            for (int i = 0; i < 50; i++) {
                batch.setInt(1, 100 + i);
                batch.setString(2, i == 30 ? IBAN : "5ecret " + i);
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    private String entity() {
        return "MemberOn" + Member.of(kind).getClass().getSimpleName().substring(2);
    }

    private Connection connection() throws SQLException {
        return dataSources.select(new DataSourceLiteral(kind.bind())).get().getConnection();
    }

    /** Keeps all lines. */
    private static final class Log extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + ": " + ((ExtLogRecord) line).getFormattedMessage()
                    + (line.getThrown() == null ? "" : FailureTexts.all(line.getThrown())));
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void flush() {
            // nothing to do
        }

        @Override
        public void close() {
            // nothing to do
        }
    }
}
