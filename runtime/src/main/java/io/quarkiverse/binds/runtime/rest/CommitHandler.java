package io.quarkiverse.binds.runtime.rest;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.quarkiverse.binds.runtime.session.Unavailable;
import io.quarkiverse.binds.runtime.session.Unit;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * Runs when the response of a method is known and nothing of it is written: commits the unit of work if that is its policy, so
 * that a commit that fails is the answer; and takes a unit over that was parted from its thread, for what the response still
 * loads.
 */
final class CommitHandler implements ServerRestHandler {

    private static final int FIRST_ERROR = 400;

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        Unit unit = RestUnits.of(request);
        if (unit == null) {
            return;
        }
        if (unit.isParked()) {
            if (!BlockingOperationControl.isBlockingAllowed()) {
                // again from here, on a worker
                request.setPosition(request.getPosition() - 1);
                request.suspend();
                request.resume(ExecutorRecorder.getCurrent());
                return;
            }
            unit.resume();
        }
        if (request.getResponse().get().getStatus() < FIRST_ERROR) {
            try {
                unit.finish();
            } catch (RuntimeException e) {
                throw (RuntimeException) Unavailable.orElse(e);
            }
        }
    }
}
