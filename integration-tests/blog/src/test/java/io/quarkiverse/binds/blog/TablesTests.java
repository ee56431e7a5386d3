package io.quarkiverse.binds.blog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.Migrations;

/** A comparison finds no difference between the entities of the sample and the tables that Hibernate has made for them. */
abstract class TablesTests {

    @Inject
    Binds binds;

    @Inject
    Migrations migrations;

    @Test
    void comparisonFindsNoChangeInCreatedTables() {
        for (BindInfo bind : binds.list()) {
            if (!bind.dynamic()) {
                MigrationCheck check = migrations.check(bind.name());
                assertThat(check.changes()).as(bind.name()).isEmpty();
                assertThat(migrations.checkOffline(bind.name()).changes()).as("compared with no tables").isNotEmpty();
            }
        }
    }
}
