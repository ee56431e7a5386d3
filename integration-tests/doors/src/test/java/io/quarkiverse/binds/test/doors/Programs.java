package io.quarkiverse.binds.test.doors;

import static io.restassured.RestAssured.given;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Builds programs, runs them and reads the rows over a separate connection. */
@QuarkusTestResource(DatabasesResource.class)
abstract class Programs {

    /** Entry points without a delay by a scheduler. */
    static final List<Place> QUICK_PLACES = List.of(Place.REQUEST, Place.DB_RUN, Place.UNIT_OF_WORK, Place.DATABASES_RUN);

    private static final AtomicInteger NAMES = new AtomicInteger();
    /** Shared by all reads: a login costs more than all the rest. */
    private static Connection outside;

    static Step step(Op op) {
        return new Step(op, null, null, null, null);
    }

    static Step read(Door door, Where where) {
        return new Step(Op.READ, door.name(), where, null, null);
    }

    static Step add(Door door, Where where, String row) {
        return new Step(Op.ADD, door.name(), where, row, null);
    }

    static Step on(Op op, Where where, String row) {
        return new Step(op, null, where, row, null);
    }

    static Step method(String way, Step... steps) {
        return new Step(Op.METHOD, way, Where.NOTES, null, List.of(steps));
    }

    static Step run(Step... steps) {
        return new Step(Op.RUN, null, null, null, List.of(steps));
    }

    static Step caught(Step... steps) {
        return new Step(Op.CATCH, null, null, null, List.of(steps));
    }

    static Step tenant(String key, Step... steps) {
        return new Step(Op.TENANT, null, Where.TENANT, key, List.of(steps));
    }

    static String name(Object... parts) {
        return String.join("-", Stream.of(parts).map(Object::toString).toList()) + "-" + NAMES.incrementAndGet();
    }

    static Response send(Place place, Step... steps) {
        return send(new Program(place, false, List.of(steps)));
    }

    static Response send(Program program) {
        return given().contentType(ContentType.JSON).body(program).post("/programs");
    }

    static long rows(Where where, String row) {
        return switch (where) {
            case NOTES -> rows(DatabasesResource.notes(), where, row);
            case LEDGER -> rows(DatabasesResource.ledger(), where, row);
            case TENANT -> DatabasesResource.KEYS.stream().mapToLong(key -> rowsOfTenant(key, row)).sum();
        };
    }

    static long rowsOfTenant(String key, String row) {
        return rows(DatabasesResource.tenant(key), Where.TENANT, row);
    }

    private static long rows(String database, Where where, String row) {
        return rowsOf(database, where.table(), row);
    }

    /** Counts rows as another client, in a transaction of its own each time. */
    static long rowsOf(String database, String table, String row) {
        try (PreparedStatement statement = outside()
                .prepareStatement("select count(*) from " + database + "." + table + " where name = ?")) {
            statement.setString(1, row);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLSyntaxErrorException e) {
            return 0; // a database opened at run time has no tables before its first use
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Amounts of the rows with a prefix, by name. */
    static Map<String, Integer> amounts(String database, Where where, String prefix) {
        Map<String, Integer> amounts = new HashMap<>();
        try (PreparedStatement statement = outside()
                .prepareStatement("select name, amount from " + database + "." + where.table() + " where name like ?")) {
            statement.setString(1, prefix + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    amounts.put(rows.getString(1), rows.getInt(2));
                }
            }
        } catch (SQLSyntaxErrorException e) {
            return amounts; // a database opened at run time has no tables before its first use
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return amounts;
    }

    private static synchronized Connection outside() throws SQLException {
        if (outside == null || outside.isClosed()) {
            outside = DatabasesResource.SERVER.connect(DatabasesResource.notes());
        }
        return outside;
    }
}
