package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;

import io.quarkus.arc.DefaultBean;

/** What holds in an application without Quarkus REST. */
@DefaultBean
@Singleton
public class WithoutRest implements ResponseStatus, NotFound {

    @Override
    public boolean isError(Object result) {
        return false;
    }

    @Override
    public RuntimeException exception(String description) {
        return new EntityNotFoundException(description);
    }
}
