package io.quarkiverse.binds.test.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWork;

/** Bean method that requires another isolation level than the unit of work it may join. */
@ApplicationScoped
public class Serializable {

    @Inject
    OptionsResource options;

    @UnitOfWork(isolation = Isolation.SERIALIZABLE)
    String level() {
        return options.level();
    }
}
