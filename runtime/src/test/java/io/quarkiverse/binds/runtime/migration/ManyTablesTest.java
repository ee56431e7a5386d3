package io.quarkiverse.binds.runtime.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.statement.Scratch;
import io.quarkiverse.binds.runtime.model.ModelOfUnit;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;

/** The costs of a comparison of many tables. */
class ManyTablesTest {

    private static final String UNIT = "many";

    @ParameterizedTest
    @EnumSource
    void numberOfStatementsIsThatOfFewTables(CatalogKind kind) throws SQLException {
        assertThat(compare(kind, 40, 12).statements()).isEqualTo(compare(kind, 5, 12).statements()).isBetween(6, 20);
    }

    /** By hand: {@code -Dbinds.tables=500}, on a server without other load. */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "binds.tables", matches = "\\d+")
    void manyTablesAreComparedInAFewSeconds(CatalogKind kind) throws SQLException {
        Costs costs = compare(kind, Integer.getInteger("binds.tables"), 30);
        System.out.printf("FIGURES %s tables of 30 columns on %s: %d statements, %d ms with the model, %d ms in all%n",
                System.getProperty("binds.tables"), kind.name().toLowerCase(Locale.ROOT), costs.statements(),
                costs.millisOfModel(), costs.millis());
        assertThat(costs.millis()).isLessThan(5000);
    }

    private record Costs(int statements, long millisOfModel, long millis) {
    }

    private static Costs compare(CatalogKind kind, int tables, int columns) throws SQLException {
        try (Scratch database = Scratch.of(kind);
                ModelOfUnit unit = ModelOfUnit.open(UNIT, kind, ManyTables.entities(tables, columns))) {
            SchemaOfDatabase.of(UNIT, database.connection()).orElseThrow().create();
            AtomicInteger statements = new AtomicInteger();
            long start = System.nanoTime();
            MigrationStates states = new MigrationStates(UNIT, kind, table -> true, Optional.empty());
            long model = System.nanoTime();
            List<MigrationChange> changes = states.databaseToModel(counting(database.connection(), statements)).described();
            long end = System.nanoTime();
            assertThat(changes).isEmpty();
            return new Costs(statements.get(), (model - start) / 1_000_000, (end - start) / 1_000_000);
        }
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return !(result instanceof Statement statement) ? result : proxy(Statement.class, (ofStatement, values) -> {
                statements.addAndGet(ofStatement.getName().startsWith("execute") ? 1 : 0);
                return ofStatement.invoke(statement, values);
            });
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}
