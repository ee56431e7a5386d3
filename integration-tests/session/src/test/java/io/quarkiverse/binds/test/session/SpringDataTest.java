package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** L1, L2: Spring Data repositories use the session of the unit of work. */
@QuarkusTest
class SpringDataTest extends OnMySql {

    @Test
    void savedEntityIsCommittedAndManaged() {
        assertThat(post("/spring/saved/spring-saved").asString()).isEqualTo("1 true");
        assertThat(rows("spring-saved")).isEqualTo(1);
    }

    @Test
    void repositorySeesUncommittedRowsOfUnitOfWork() {
        assertThat(post("/spring/seen/spring-seen").asString()).isEqualTo("1 of the unit");
        assertThat(rows("spring-seen")).isZero();
    }

    @Test
    void failedRepositoryMethodRefusesTheCommit() {
        assertThat(post("/spring/failed/spring-failed").asString()).contains("RollbackException");
        assertThat(rows("spring-failed")).isZero();
    }
}
