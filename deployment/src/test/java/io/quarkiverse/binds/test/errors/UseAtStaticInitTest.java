package io.quarkiverse.binds.test.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** F1: no database is available at static initialisation, which in a native executable is part of the build. */
class UseAtStaticInitTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:static-init
            """, TooEarly.class);

    @ApplicationScoped
    public static class TooEarly {

        static String answer;

        @Inject
        Db db;

        void atStaticInit(@Observes @Initialized(ApplicationScoped.class) Object event) {
            try {
                db.run(() -> db.bind("<default>").sql("select 1").one(Integer.class));
                answer = "connected";
            } catch (Throwable t) {
                answer = t.toString();
            }
        }
    }

    @Test
    void isRefused() {
        assertThat(TooEarly.answer).contains("not initialized yet");
    }
}
