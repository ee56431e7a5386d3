package io.quarkiverse.binds.blog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class H2BindsTest extends BindsTests {

    @Override
    String kind() {
        return "h2";
    }

    /** A5: only MySQL and MariaDB close idle connections by themselves. */
    @Test
    void recycleIsOffOnH2() {
        assertThat(settings("<default>")).doesNotContainKey("pool.recycle").containsEntry("pool.size", "5 (default)")
                .containsEntry("schema", "update (\"*\")");
    }
}
