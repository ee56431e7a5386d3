package io.quarkiverse.binds.test.dev;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.Db;
import io.quarkus.runtime.StartupEvent;

/** Writes at the start of the application by each way to the default bind. */
@ApplicationScoped
public class StartUpTwigs {

    private static final String ROUND = "none";

    @Inject
    Db db;

    @Transactional
    void onStart(@Observes StartupEvent event) {
        twig("panache").persist();
        db.add(twig("db"));
        db.session().persist(twig("session"));
        db.flush();
    }

    void onStartInUnit(@Observes StartupEvent event) {
        db.run(() -> {
            db.add(twig("unit"));
            db.commit();
        });
    }

    private static Twig twig(String name) {
        Twig twig = new Twig();
        twig.name = ROUND + " " + name;
        return twig;
    }
}
