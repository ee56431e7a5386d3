package io.quarkiverse.binds.test.errors;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Qualifier;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.ChangesOf;
import io.quarkiverse.binds.ModelsCommitted;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** K23: observers of changes that would never be called; each is named. */
class ChangeObserversTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("quarkus.binds.url=h2:mem:refused")
            .assertException(App.says(
                    "Observers.noEntity observes changes of " + Draft.class.getName() + ", which is neither an entity",
                    "Observers.noClass observes changes of no class",
                    "Observers.async observes ModelsCommitted with @ObservesAsync", "use @Observes",
                    "Observers.during observes BeforeModelsCommitted with during = AFTER_SUCCESS", "Remove 'during'",
                    "Observers.qualified observes ModelsCommitted with the qualifier @" + Special.class.getName()));

    @Entity
    public static class Post implements Titled {
        @Id
        public Long id;
    }

    public interface Titled {
    }

    public static class Draft {
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Special {
    }

    @ApplicationScoped
    public static class Observers {

        void accepted(@Observes @ChangesOf({ Post.class, Titled.class }) ModelsCommitted event) {
        }

        void noEntity(@Observes @ChangesOf({ Post.class, Draft.class }) ModelsCommitted event) {
        }

        void noClass(@Observes @ChangesOf({}) ModelsCommitted event) {
        }

        void async(@ObservesAsync ModelsCommitted event) {
        }

        void during(@Observes(during = TransactionPhase.AFTER_SUCCESS) BeforeModelsCommitted event) {
        }

        void qualified(@Observes @Special ModelsCommitted event) {
        }
    }

    @Test
    void areRefusedTogether() {
        // asserted above
    }
}
