package io.quarkiverse.binds.runtime.migration.flyway;

import org.flywaydb.core.api.FlywayException;

/** Ends an upgrade or downgrade before it has changed anything, with words for the user. */
final class MigrationRefusedException extends FlywayException {

    private static final long serialVersionUID = 1L;

    MigrationRefusedException(String message) {
        super(message);
    }
}
