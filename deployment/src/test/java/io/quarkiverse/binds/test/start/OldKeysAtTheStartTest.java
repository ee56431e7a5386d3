package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** A20: the start answers keys of Flask-SQLAlchemy, misspelt ones included, with the keys to set. */
class OldKeysAtTheStartTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:old-keys
            SQLALCHEMY_POOL_RECYCLE=280
            SQL_ALCHEMY_ENGINE_OPTIONS={'pool_pre_ping': True}
            """)
            .setLogRecordPredicate(record -> record.getLevel().intValue() == Level.WARNING.intValue()
                    && record.getMessage().contains("Flask-SQLAlchemy"))
            .assertLogRecords(records -> assertThat(records).extracting(record -> record.getLoggerName(),
                    record -> record.getMessage())
                    .containsExactlyInAnyOrder(
                            tuple("io.quarkiverse.binds",
                                    "'SQLALCHEMY_POOL_RECYCLE' is a key of Flask-SQLAlchemy and has no effect here: use"
                                            + " quarkus.binds.pool.recycle"),
                            tuple("io.quarkiverse.binds",
                                    "'SQL_ALCHEMY_ENGINE_OPTIONS' is a key of Flask-SQLAlchemy and has no effect here: use"
                                            + " quarkus.binds.pool.* and quarkus.binds.driver-properties.*")));

    @Test
    void oldKeysAreWarnedOf() {
        // asserted above, from the log of the start
    }
}
