package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.App;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

/** S1: get-or-create and upsert in the databases of a dynamic bind, each with a single connection. */
class GetOrCreateOfTenantTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:tags_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.schema=create
            quarkus.binds.tenants.pool.size=1
            quarkus.binds.tenants.pool.max-overflow=0
            quarkus.binds.tenants.pool.timeout=1s
            """, Tag.class, ThreadSelector.class)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("org.hibernate"))
            .assertLogRecords(records -> assertThat(records).as("an expected duplicate key is no warning").isEmpty());

    private static final UnitOfWorkOptions COMMIT = UnitOfWorkOptions.defaults().commitOnSuccess();

    @Inject
    Db db;

    @Inject
    Databases databases;

    @AfterEach
    void close() {
        ThreadSelector.choose(null);
        databases.keys().forEach(databases::close);
    }

    private boolean use(String key, String word) {
        return databases.call(key, COMMIT, () -> {
            var result = db.getOrCreate(Tag.class, Map.of("word", word), tag -> {
            });
            result.entity().uses++;
            return result.created();
        });
    }

    private List<Integer> uses(String key) {
        return databases.call(key, () -> db.query(Tag.class, "order by word").getResultList().stream().map(tag -> tag.uses)
                .toList());
    }

    @Test
    void eachDatabaseHasItsOwnRow() {
        assertThat(use("a", "x")).isTrue();
        assertThat(use("b", "x")).isTrue();
        assertThat(use("a", "x")).isFalse();
        databases.run("b", COMMIT, () -> db.upsert(Tag.class, Map.of("word", "x"), Map.of("uses", 10)));

        assertThat(uses("a")).containsExactly(2);
        assertThat(uses("b")).containsExactly(10);
    }

    @Test
    @ActivateRequestContext
    void selectedDatabaseIsUsedInATransactionBegunElsewhere() {
        ThreadSelector.choose("c");
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> db.getOrCreate(Tag.class, Map.of("word", "y"), tag -> tag.uses = 5).entity().uses++);
        }

        assertThat(uses("c")).containsExactly(7);
    }

    @Test
    void manyCallsInOneUnitOfWorkLeaveItUsable() {
        databases.run("d", COMMIT, () -> {
            for (int i = 0; i < 300; i++) {
                db.getOrCreate(Tag.class, Map.of("word", "w" + i % 100), tag -> {
                }).entity().uses++;
            }
        });

        assertThat(uses("d")).hasSize(100).containsOnly(3);
    }

    @Test
    void callOutsideOfUnitOfWorkIsPointedToIt() {
        assertThatThrownBy(() -> db.getOrCreate(Tag.class, Map.of("word", "z"), tag -> {
        })).isInstanceOf(NoUnitOfWorkException.class).hasMessageContaining("db.run(...)");
    }
}
