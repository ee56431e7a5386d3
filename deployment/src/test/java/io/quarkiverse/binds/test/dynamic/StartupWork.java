package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.Db;
import io.quarkus.runtime.StartupEvent;

/** Works on an ordinary bind before any request. */
@ApplicationScoped
public class StartupWork {

    @Inject
    Db db;

    @Transactional
    @ActivateRequestContext
    void fill(@Observes StartupEvent event) {
        db.add(new Sheet("at the start"));
        db.flush();
    }
}
