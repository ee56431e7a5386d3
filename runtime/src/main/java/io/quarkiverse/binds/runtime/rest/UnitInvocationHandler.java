package io.quarkiverse.binds.runtime.rest;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.reactivestreams.Publisher;

import io.quarkiverse.binds.runtime.session.Unavailable;
import io.quarkiverse.binds.runtime.session.Unit;
import io.smallrye.mutiny.Uni;

/**
 * Invokes the method of a resource as Quarkus REST does, and beyond it: a GET or HEAD whose connection to the database is
 * lost is invoked again; and when a method has returned what is not complete yet, the thread is parted from the unit
 * of work.
 */
final class UnitInvocationHandler implements ServerRestHandler {

    /** The second connection can be lost as well while a server ends them one after the other. */
    private static final int MOST_TRIES = 3;

    private final EndpointInvoker invoker;
    private final boolean safe;

    /**
     * @param safe whether the method changes nothing and may be invoked again
     */
    UnitInvocationHandler(EndpointInvoker invoker, boolean safe) {
        this.invoker = invoker;
        this.safe = safe;
    }

    @Override
    public void handle(ResteasyReactiveRequestContext request) {
        if (request.getResult() != null) {
            return; // a filter has answered
        }
        boolean async = request.getAsyncResponse() != null;
        if (async) {
            // before the method, which may resume it at once
            request.suspend();
        }
        request.requireCDIRequestScope();
        RestUnits.serving(request);
        boolean later = async;
        try {
            Object result = invoke(request);
            later |= isLater(result) || request.getSseEventSink() != null;
            if (!async) {
                request.setResult(result);
            }
        } catch (Throwable t) {
            request.handleException(Unavailable.orElse(t), true);
            if (async) {
                RestUnits.returned(request, true);
                request.resume();
                return;
            }
        }
        RestUnits.returned(request, later);
    }

    private Object invoke(ResteasyReactiveRequestContext request) throws Exception {
        for (int tries = 1;; tries++) {
            try {
                return invoker.invoke(request.getEndpointInstance(), request.getParameters());
            } catch (Exception e) {
                Unit unit = RestUnits.of(request);
                if (!safe || unit == null || tries == MOST_TRIES || request.serverResponse().headWritten()
                        || !unit.restartAfterLoss(e)) {
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
