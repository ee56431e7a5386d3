package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** {@code @Transactional} inside and outside of a unit of work: commit and rollback. */
@QuarkusTest
class TransactionalTest extends OnMySql {

    @ParameterizedTest
    @CsvSource({
            "required,        returned,              1",
            "checked,         IOException,           0",
            "not-rolled-back, IOException,           1",
            "runtime,         IllegalStateException, 0",
            "marked,          returned,              0",
            "nested,          IllegalStateException, 0",
            "requires-new,    returned,              1",
            "mandatory,       returned,              0",
            "never,           returned,              0",
            "not-supported,   returned,              0",
            "programmatic,    returned,              1" })
    void methodInsideUnitOfWorkEndsByItsRules(String kind, String answer, int rows) {
        assertThat(post("/transactional/{kind}/inside-{name}", kind, kind).asString()).contains(answer);
        assertThat(rows("inside-" + kind)).isEqualTo(rows);
        assertThat(rows("inside-" + kind + "-outer")).isZero();
    }

    @Test
    void methodInsideUnusedUnitOfWorkCommits() {
        assertThat(post("/transactional/first/first").asString()).isEqualTo("returned");
        assertThat(rows("first")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
            "required,   returned,              1",
            "runtime,    IllegalStateException, 0",
            "both-binds, returned,              2",
            "commits,    'Cannot commit a transaction that this unit of work did not begin', 0",
            "unit,       after the unit,        0" })
    void methodOutsideOfUnitOfWorkEndsByItsRules(String kind, String answer, int rows) {
        assertThat(post("/transactional/outside/{kind}/outside-{name}", kind, kind).asString()).contains(answer);
        assertThat(rows("outside-" + kind)).isEqualTo(rows);
    }
}
