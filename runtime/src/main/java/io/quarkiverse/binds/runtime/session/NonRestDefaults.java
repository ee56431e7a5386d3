package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;

import io.quarkus.arc.DefaultBean;

/** The beans for an application without Quarkus REST, or whose requests are not units of work. */
@DefaultBean
@Singleton
public class NonRestDefaults implements RequestUnitOfWorkProvider, ResponseStatus, NotFoundExceptionFactory {

    @Override
    public boolean isAvailable() {
        return false;
    }

    @Override
    public UnitOfWorkContext current(boolean open) {
        return null;
    }

    @Override
    public UnitOfWorkContext currentIfServedHere(boolean open) {
        return null;
    }

    @Override
    public void committed(String bind) {
        // no request has to be informed
    }

    @Override
    public boolean hasWritten(String bind) {
        return false;
    }

    @Override
    public boolean isError(Object result) {
        return false;
    }

    @Override
    public RuntimeException exception(String description) {
        return new EntityNotFoundException(description);
    }
}
