package io.quarkiverse.binds.runtime.rest;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.runtime.session.RequestUnits;
import io.quarkiverse.binds.runtime.session.Unit;
import io.quarkiverse.binds.runtime.session.Units;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * The unit of work of a REST request. It is opened by the first use of a database, so that a request without one has none, and
 * kept as a property of the request, which ends it when it is complete, in whichever way: after the response is written, when
 * the client has gone, when a stream or a stage has ended.
 */
@Singleton
public class RestUnits implements RequestUnits {

    private static final String UNIT = RestUnits.class.getName() + ".unit";
    private static final String SERVING = RestUnits.class.getName() + ".serving";
    private static final Object RETURNED = new Object();

    @Override
    public Unit current(Units units) {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return null;
        }
        Unit unit = of(request);
        return unit == null && units != null ? open(units, request) : unit;
    }

    static Unit of(ResteasyReactiveRequestContext request) {
        return (Unit) request.getProperty(UNIT);
    }

    private static Unit open(Units units, ResteasyReactiveRequestContext request) {
        Object serving = request.getProperty(SERVING);
        if (serving != null && serving != Thread.currentThread()) {
            throw elsewhere(request, serving);
        }
        Unit unit = units.open(() -> name(request));
        request.setProperty(UNIT, unit);
        request.registerCompletionCallback(failure -> end(unit));
        if (request.unwrap(RoutingContext.class).response().ended()) {
            // too late for the callback: this thread outlived its request
            unit.end();
        }
        return unit;
    }

    private static NoUnitOfWorkException elsewhere(ResteasyReactiveRequestContext request, Object serving) {
        return new NoUnitOfWorkException("The request " + name(request)
                + (serving instanceof Thread thread ? " is served by thread '" + thread.getName() + "', its unit of work"
                        : " has been served by its method, its unit of work")
                + " is not for thread '" + Thread.currentThread().getName()
                + "': give this work one of its own with db.run(...) or db.call(...)");
    }

    private static String name(ResteasyReactiveRequestContext request) {
        return request.getMethod() + " " + request.getPath();
    }

    /** The method of the resource begins. */
    static void serving(ResteasyReactiveRequestContext request) {
        request.setProperty(SERVING, Thread.currentThread());
    }

    /** The method has returned; what it does later, on other threads, is not within its unit. */
    static void returned(ResteasyReactiveRequestContext request, boolean later) {
        if (later) {
            request.setProperty(SERVING, RETURNED);
            Unit unit = of(request);
            if (unit != null) {
                unit.park();
                endWithConnection(request, unit);
            }
        } else {
            request.removeProperty(SERVING);
        }
    }

    /**
     * A request that waits for its answer, or streams it, does not always complete when its connection is lost: neither
     * one that nobody resumes, nor one whose stream fails.
     */
    private static void endWithConnection(ResteasyReactiveRequestContext request, Unit unit) {
        RoutingContext route = request.unwrap(RoutingContext.class);
        if (route.request().version() == HttpVersion.HTTP_2) {
            endWithStream(route, unit);
        } else {
            // not a handler of the response: it is not told when the server breaks off
            ChannelFuture closed = ((ConnectionBase) route.request().connection()).channel().closeFuture();
            ChannelFutureListener listener = channel -> end(unit);
            closed.addListener(listener);
            request.registerCompletionCallback(failure -> closed.removeListener(listener));
        }
        if (route.response().ended() || route.response().closed()) {
            // perhaps before the unit was opened
            end(unit);
        }
    }

    /** Other requests share its connection. */
    private static void endWithStream(RoutingContext route, Unit unit) {
        try {
            route.addEndHandler(done -> {
                if (done.failed()) {
                    end(unit);
                }
            });
        } catch (IllegalStateException e) {
            // the response is complete already, such as that of an event sink
        }
    }

    /** A rollback waits for the server, which the event loop must not. */
    private static void end(Unit unit) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            unit.end();
        } else {
            ExecutorRecorder.getCurrent().execute(unit::end);
        }
    }
}
