package io.quarkiverse.binds.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Test that only the continuous testing of {@link ContinuousTestingTest} runs. */
@QuarkusTest
class TwigStoreET {

    @Inject
    TwigStore store;

    @Inject
    EntityManager manager;

    @Test
    @TestTransaction
    void addedTwigIsSeenInTheTransaction() {
        store.add();
        assertThat(Twig.count()).isEqualTo(1);
        assertThat(manager.createQuery("select count(*) from Twig", Long.class).getSingleResult()).isEqualTo(1);
    }
}
