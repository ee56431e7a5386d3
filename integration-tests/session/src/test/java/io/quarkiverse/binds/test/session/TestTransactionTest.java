package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Db;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Test from the guide: its commits are rolled back after it. */
@QuarkusTest
class TestTransactionTest extends OnMySql {

    @Inject
    Db db;

    @Inject
    Recipes recipes;

    @Test
    @TestTransaction
    void commitIsRolledBackAfterTheTest() {
        recipes.keepBoth("tested"); // commits; here it is a flush
        assertThat(db.query(Note.class, "name = ?1", "tested").getResultCount()).isEqualTo(1);
    }

    @AfterEach
    void isNotThere() {
        assertThat(rows("tested")).isZero();
    }
}
