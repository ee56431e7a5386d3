package io.quarkiverse.binds.runtime.rest;

import java.util.Map;
import java.util.Set;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

import io.quarkiverse.binds.runtime.recording.QueryLog;
import io.quarkiverse.binds.runtime.session.UnavailabilityTranslator;
import io.quarkiverse.binds.runtime.session.UnitOfWorkContext;
import io.quarkus.runtime.BlockingOperationControl;

/**
 * Commits the unit of work of a request, if that is its policy, when the response is known and not written yet, so that the
 * failure of a commit becomes the response. Also resumes a parked unit of work, for lazy associations that the response still
 * loads. If statements are counted for the {@code Server-Timing} header, it is set here: statements of the response itself
 * come too late for it.
 */
final class CommitHandler implements ServerRestHandler {

    private static final int FIRST_ERROR = 400;

    private final WrittenCookie cookie = new WrittenCookie();

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        RequestState state = RequestUnitOfWork.find(request);
        if (state == null || state.unitOfWork != null && !commit(request, state.unitOfWork)) {
            return;
        }
        Set<String> committed = state.committed();
        if (!committed.isEmpty()) {
            cookie.set(request, committed);
        }
    }

    /** @return false if another thread continues the request */
    private static boolean commit(ResteasyReactiveRequestContext request, UnitOfWorkContext unitOfWork) {
        if (unitOfWork.isParked()) {
            if (!BlockingOperationControl.isBlockingAllowed()) {
                RequestUnitOfWork.continueOnWorker(request);
                return false;
            }
            unitOfWork.resume();
        }
        try {
            finish(request, unitOfWork);
        } finally {
            Map<String, QueryLog.Total> totals = unitOfWork.statementTotals();
            if (!totals.isEmpty()) {
                request.serverResponse().addResponseHeader(ServerTiming.HEADER, ServerTiming.value(totals));
            }
        }
        return true;
    }

    private static void finish(ResteasyReactiveRequestContext request, UnitOfWorkContext unitOfWork) {
        if (request.getResponse().get().getStatus() < FIRST_ERROR) {
            try {
                unitOfWork.finish();
            } catch (RuntimeException e) {
                throw (RuntimeException) UnavailabilityTranslator.orElse(e);
            }
        }
    }
}
