package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.test.QuarkusUnitTest;

/** An inactive bind needs no URL and no variable in it, and causes no warning; the other binds work. */
class InactiveBindTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:inactive
            quarkus.binds.schema=drop-and-create
            quarkus.binds.users.db-kind=h2
            quarkus.binds.users.url=${NO_SUCH_VARIABLE}
            quarkus.binds.users.active=false
            """)
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.binds")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Entity
    @Bind("users")
    public static class Member {
        @Id
        public Long id;
    }

    @Inject
    EntityManager posts;

    @Inject
    @PersistenceUnit("users")
    Instance<EntityManager> users;

    @Inject
    Binds binds;

    @Test
    void otherBindWorksAndInactiveOneRefuses() {
        assertThat(App.tables(posts)).containsExactly("post");
        assertThat(binds.get("users").setting("active")).hasToString("active=false (bind)");
        assertThatThrownBy(() -> App.tables(users.get())).hasStackTraceContaining("users").hasStackTraceContaining("active");
    }
}
