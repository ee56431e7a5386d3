package io.quarkiverse.binds.test.start;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** B8: an application with the extension, but without any of its keys, is plain Quarkus. */
class PlainQuarkusTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.datasource.db-kind=h2
            quarkus.datasource.jdbc.url=jdbc:h2:mem:plain
            quarkus.hibernate-orm.schema-management.strategy=drop-and-create
            """);

    @Entity(name = "BlogPost")
    public static class BlogPost {
        @Id
        public Long id;
    }

    @Inject
    EntityManager manager;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Binds binds;

    @Test
    void extensionHasNoEffect() {
        assertThat(App.tables(manager)).as("names are Hibernate's").containsExactly("blogpost");
        assertThat(dataSource.getConfiguration().connectionPoolConfiguration().maxSize()).as("Quarkus's default").isEqualTo(50);
        assertThat(binds.list()).isEmpty();
    }
}
