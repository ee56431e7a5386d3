package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.runtime.changes.ChangeEvents;
import io.quarkiverse.binds.test.App;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;

/** K23: without observers nothing records changes. */
class WithoutChangeObserversTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("quarkus.binds.url=h2:mem:without-observers;DB_CLOSE_DELAY=-1");

    @Entity
    public static class Post {
        @Id
        public Long id;
    }

    @Inject
    SessionFactory factory;

    @Test
    void thereAreNoListeners() {
        EventListenerGroups groups = factory.unwrap(SessionFactoryImplementor.class).getEventListenerGroups();

        assertThat(Arc.container().instance(ChangeEvents.class).isAvailable()).isFalse();
        assertThat(Stream.of(groups.eventListenerGroup_POST_INSERT, groups.eventListenerGroup_POST_UPDATE,
                groups.eventListenerGroup_POST_DELETE, groups.eventListenerGroup_POST_COLLECTION_UPDATE)
                .flatMap(group -> StreamSupport.stream(group.listeners().spliterator(), false))
                .map(listener -> listener.getClass().getPackageName()))
                .isNotEmpty().doesNotContain(ChangeEvents.class.getPackageName());
    }
}
