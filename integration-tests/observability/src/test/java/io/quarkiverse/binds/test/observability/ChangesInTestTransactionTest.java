package io.quarkiverse.binds.test.observability;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import io.quarkiverse.binds.Db;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** K23: a test transaction commits nothing, so there is nothing to tell. Not packaged: the test runs inside the application. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class ChangesInTestTransactionTest {

    private final ChangeWatcher.Watch watch = new ChangeWatcher.Watch();

    @Inject
    Db db;

    @BeforeEach
    void watch() {
        ChangeWatcher.begin(watch);
    }

    /** After the rollback of the test transaction. */
    @AfterEach
    void onlyCommitsAreTold(TestInfo test) {
        ChangeWatcher.end();
        assertThat(watch.lines())
                .hasSize(test.getTestMethod().orElseThrow().isAnnotationPresent(TestTransaction.class) ? 0 : 3);
    }

    @Test
    @TestTransaction
    void commitThatOnlyFlushesIsNotTold() {
        Item item = ChangeScenarios.item("tested");
        db.add(item);
        db.commit();

        assertThat(db.query(Item.class, "id = ?1", item.id).getResultList()).hasSize(1);
    }

    @Test
    void commitIsTold() {
        db.run(() -> {
            db.add(ChangeScenarios.item("tested"));
            db.commit();
        });

        assertThat(watch.lines()).isNotEmpty();
    }
}
