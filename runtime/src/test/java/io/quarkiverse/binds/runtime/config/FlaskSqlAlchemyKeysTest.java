package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A20: keys of Flask-SQLAlchemy are answered with the current keys. */
class FlaskSqlAlchemyKeysTest {

    @ParameterizedTest
    @CsvSource({
            "SQLALCHEMY_DATABASE_URI, quarkus.binds.url",
            "SQLALCHEMY_BINDS, quarkus.binds.<name>.url",
            "SQLALCHEMY_ENGINE_OPTIONS, quarkus.binds.pool.*",
            "SQLALCHEMY_POOL_SIZE, quarkus.binds.pool.size",
            "SQLALCHEMY_MAX_OVERFLOW, quarkus.binds.pool.max-overflow",
            "SQLALCHEMY_POOL_TIMEOUT, quarkus.binds.pool.timeout",
            "SQLALCHEMY_POOL_RECYCLE, quarkus.binds.pool.recycle",
            "SQLALCHEMY_ECHO, quarkus.binds.echo",
            "SQL_ALCHEMY_POOL_RECYCLE, quarkus.binds.pool.recycle",
            "sqlalchemy_pool_recycle, quarkus.binds.pool.recycle",
            "SQLALCHEMY_SOMETHING_ELSE, the keys under quarkus.binds" })
    void oldKeyIsAnsweredWithNewOne(String old, String now) {
        assertThat(FlaskSqlAlchemyKeys.warnings(List.of("quarkus.binds.url", old))).singleElement().asString()
                .contains("'" + old + "'", "has no effect", now);
    }

    @Test
    void keyInTwoSpellingsIsAnsweredOnce() {
        assertThat(FlaskSqlAlchemyKeys.warnings(List.of("SQLALCHEMY_ECHO", "sqlalchemy_echo", "SQLALCHEMY"))).hasSize(1);
    }
}
