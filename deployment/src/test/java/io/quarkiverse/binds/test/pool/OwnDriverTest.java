package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** A bind whose driver is chosen by Quarkus's own key has the pool of a bind all the same. */
class OwnDriverTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:own-driver;DB_CLOSE_DELAY=-1
            quarkus.datasource.jdbc.driver=org.h2.Driver
            quarkus.binds.pool.size=2
            quarkus.binds.pool.max-overflow=3
            """);

    @Inject
    Db db;

    @Test
    void poolIsThatOfTheBind() {
        db.run(() -> assertThat(db.bind("<default>").sql("select 1").one(Integer.class)).isEqualTo(1));
        assertThat(db.bind("<default>").pool())
                .satisfies(pool -> assertThat(pool.size()).isEqualTo(2))
                .satisfies(pool -> assertThat(pool.maxOverflow()).isEqualTo(3))
                .satisfies(pool -> assertThat(pool.created()).isPositive());
    }
}
