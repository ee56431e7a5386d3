package io.quarkiverse.binds.test.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** C5, L17: units of work in a command, and the error outside of them. */
@QuarkusMainTest
@QuarkusTestResource(MySqlTestResource.class)
class ItemCommandTest {

    @Test
    @Launch({ "commit", "committed", "flush", "flushed", "fail", "failed", "bare", "bare", "annotated", "annotated" })
    void onlyCommittedItemsAreStored(LaunchResult result) {
        // the database is dropped with the end of the command
        assertThat(result.getOutput()).contains("ROWS [annotated, committed]", "FAILED failed: failed after the flush",
                "FAILED bare: There is no unit of work on thread", "run the work with db.run(...)")
                .doesNotContain("a REST request is one");
    }
}
