package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.test.App;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.deployment.spi.AdditionalJpaModelBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Entities of other extensions, which name their persistence unit. Entities that name none, such as those of Envers,
 * register themselves with Hibernate and are left alone.
 */
class EntitiesOfOtherExtensionsTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:additional
            quarkus.binds.users.url=h2:mem:additional-users
            quarkus.binds."*".schema=drop-and-create
            """)
            .addBuildChainCustomizer(chain -> chain.addBuildStep(context -> {
                context.produce(new AdditionalJpaModelBuildItem(JobRun.class.getName(), Set.of("users")));
                context.produce(new AdditionalJpaModelBuildItem(Revision.class.getName(), Set.of()));
            }).produces(AdditionalJpaModelBuildItem.class).build());

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Entity
    public static class JobRun {
        @Id
        public Long id;
    }

    @Entity
    public static class Revision {
        @Id
        public Long id;
    }

    @Inject
    EntityManager posts;

    @Inject
    @PersistenceUnit("users")
    EntityManager users;

    @Test
    void entitiesAreInTheUnitOfTheirExtension() {
        assertThat(App.tables(posts)).containsExactly("post");
        assertThat(App.tables(users)).containsExactly("job_run");
    }
}
