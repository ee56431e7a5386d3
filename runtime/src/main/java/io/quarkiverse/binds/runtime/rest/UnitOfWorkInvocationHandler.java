package io.quarkiverse.binds.runtime.rest;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.reactivestreams.Publisher;

import io.quarkiverse.binds.runtime.session.Retry;
import io.quarkiverse.binds.runtime.session.UnavailabilityTranslator;
import io.quarkiverse.binds.runtime.session.UnitOfWorkContext;
import io.smallrye.mutiny.Uni;

/**
 * Invokes a resource method as Quarkus REST does, with two additions: a GET or HEAD whose connection to the database is lost is
 * invoked again; and when a method returns a result that is not complete yet, its unit of work is parked.
 */
final class UnitOfWorkInvocationHandler implements ServerRestHandler {

    /**
     * Maximum of invocations: while a server closes its connections one after the other, the second one can be lost as well.
     */
    private static final int MAX_TRIES = 3;

    private final EndpointInvoker invoker;
    private final boolean safe;

    /** @param safe whether the method has no side effects and may be invoked again */
    UnitOfWorkInvocationHandler(EndpointInvoker invoker, boolean safe) {
        this.invoker = invoker;
        this.safe = safe;
    }

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        if (request.getResult() != null) {
            return; // a filter has set the response
        }
        boolean async = request.getAsyncResponse() != null;
        if (async) {
            // before the call of the method, which may resume the request at once
            request.suspend();
        }
        request.requireCDIRequestScope();
        RequestState state = RequestUnitOfWork.serving(request);
        boolean later = async;
        try {
            Object result = invoke(request);
            later |= isLater(result) || request.getSseEventSink() != null;
            if (!async) {
                request.setResult(result);
            }
        } catch (Throwable t) {
            request.handleException(UnavailabilityTranslator.orElse(t), true);
            if (async) {
                RequestUnitOfWork.returned(state, true);
                request.resume();
                return;
            }
        }
        RequestUnitOfWork.returned(state, later);
    }

    private Object invoke(ResteasyReactiveRequestContext request) throws Exception {
        for (int tries = 1;; tries++) {
            try {
                return invoker.invoke(request.getEndpointInstance(), request.getParameters());
            } catch (Exception e) {
                UnitOfWorkContext unitOfWork = RequestUnitOfWork.of(request);
                if (!safe || unitOfWork == null || tries == MAX_TRIES || request.serverResponse().headWritten()
                        || !RequestUnitOfWork.committed(request).isEmpty() || !Retry.restartAfterLoss(unitOfWork, e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isLater(Object result) {
        return result instanceof CompletionStage || result instanceof Uni || result instanceof Flow.Publisher
                || result instanceof Publisher;
    }
}
