package io.quarkiverse.binds.runtime.rest;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.quarkiverse.binds.runtime.session.UnitOfWorkContext;
import io.quarkus.runtime.BlockingOperationControl;

/**
 * Rolls back the unit of work of a request when an exception has left a resource method or a filter, before exception mappers
 * and response filters, so that they can commit only their own changes. Recorded at build.
 */
public class RollbackHandler implements ServerRestHandler {

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        UnitOfWorkContext unitOfWork = request.getThrowable() == null ? null : RequestUnitOfWork.of(request);
        if (unitOfWork == null || unitOfWork.isEnded()) {
            return;
        }
        if (!BlockingOperationControl.isBlockingAllowed()) {
            RequestUnitOfWork.continueOnWorker(request);
            return;
        }
        unitOfWork.resume();
        unitOfWork.rollbackIfOwner(request.getThrowable());
    }
}
