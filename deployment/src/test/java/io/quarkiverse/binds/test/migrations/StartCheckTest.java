package io.quarkiverse.binds.test.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** With {@code quarkus.binds.migrations.check=fail} an application with a change that no script makes does not start. */
class StartCheckTest {

    @Entity
    public static class Letter {
        @Id
        public Long id;
    }

    @RegisterExtension
    static final QuarkusUnitTest test = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    quarkus.binds.url=h2:mem:start-check
                    quarkus.binds.migrations.check=fail
                    """), "application.properties"))
            .assertException(failure -> assertThat(failure).hasMessageContaining("create table letter")
                    .hasMessageContaining("db migrate").hasMessageContaining("quarkus.binds.migrations.check=fail"));

    @Test
    void startFails() {
        throw new AssertionError("The application has started");
    }
}
