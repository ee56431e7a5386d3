package io.quarkiverse.binds.test.errors;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** L17: interceptors do not apply to lifecycle methods, so a unit of work declared there would have no effect. */
class UnitOfWorkOnPostConstructTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("quarkus.binds.url=h2:mem:refused")
            .assertException(App.says("@UnitOfWork on " + Loader.class.getName() + ".load() has no effect", "@PostConstruct",
                    "db.run(...)"));

    @ApplicationScoped
    public static class Loader {

        @PostConstruct
        @UnitOfWork
        void load() {
            // not reached
        }
    }

    @Test
    void isRefused() {
        // asserted above
    }
}
