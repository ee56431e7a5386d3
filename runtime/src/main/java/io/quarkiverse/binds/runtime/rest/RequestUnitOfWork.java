package io.quarkiverse.binds.runtime.rest;

import java.util.Set;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.runtime.session.EventLoop;
import io.quarkiverse.binds.runtime.session.RequestUnitOfWorkProvider;
import io.quarkiverse.binds.runtime.session.UnitOfWorkContext;
import io.quarkiverse.binds.runtime.session.UnitOfWorkFactory;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * The unit of work of a REST request. It is opened by the first use of a database, so that a request without one has none, and
 * kept as a property of the request, which ends it when it is complete: after the response is written, after the client has
 * disconnected, or after a stream or a stage has ended.
 */
@Singleton
public class RequestUnitOfWork implements RequestUnitOfWorkProvider {

    private static final String STATE = RequestUnitOfWork.class.getName() + ".state";
    private static final Object METHOD_RETURNED = new Object();

    private final UnitOfWorkFactory factory;

    RequestUnitOfWork(UnitOfWorkFactory factory) {
        this.factory = factory;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public UnitOfWorkContext current(boolean open) {
        RequestState state = state();
        if (state == null) {
            return null;
        }
        if (state.unitOfWork == null && open) {
            if (!state.isServedHere()) {
                throw servedElsewhere(state);
            }
            open(state);
        }
        return state.unitOfWork;
    }

    @Override
    public UnitOfWorkContext currentIfServedHere(boolean open) {
        RequestState state = state();
        if (state == null || !state.isServedHere()
                || state.unitOfWork == null && !BlockingOperationControl.isBlockingAllowed()) {
            return null;
        }
        if (state.unitOfWork == null && open) {
            open(state);
        }
        return state.unitOfWork;
    }

    @Override
    public void committed(String bind) {
        RequestState state = state();
        if (state != null) {
            state.committed(bind);
        }
    }

    @Override
    public boolean hasWritten(String bind) {
        RequestState state = state();
        return state != null && (state.committed().contains(bind) || WrittenCookie.names(state.request, bind));
    }

    /** The state of the request that the calling thread serves, or null. */
    private static RequestState state() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return null;
        }
        RequestState state = (RequestState) request.getProperty(STATE);
        return state == null ? state(request) : state;
    }

    /** The unit of work of a request, or null. */
    static UnitOfWorkContext of(ResteasyReactiveRequestContext request) {
        RequestState state = find(request);
        return state == null ? null : state.unitOfWork;
    }

    /** The binds that were committed while a request was served, sorted. */
    static Set<String> committed(ResteasyReactiveRequestContext request) {
        RequestState state = find(request);
        return state == null ? Set.of() : state.committed();
    }

    /** The state of a request; null if its method was not invoked and no database was used. */
    static RequestState find(ResteasyReactiveRequestContext request) {
        return (RequestState) request.getProperty(STATE);
    }

    private static RequestState state(ResteasyReactiveRequestContext request) {
        RequestState state = (RequestState) request.getProperty(STATE);
        if (state == null) {
            state = new RequestState(request);
            request.setProperty(STATE, state);
        }
        return state;
    }

    private void open(RequestState state) {
        ResteasyReactiveRequestContext request = state.request;
        // before the unit of work is made: it would belong to the event loop, and the resource method could not use it
        EventLoop.refuse(() -> name(request));
        UnitOfWorkContext unitOfWork = factory.create(() -> name(request), state::committed);
        state.unitOfWork = unitOfWork;
        request.registerCompletionCallback(failure -> end(unitOfWork));
        if (request.unwrap(RoutingContext.class).response().ended()) {
            // too late for the callback: this thread outlived its request
            unitOfWork.end();
        }
    }

    private static NoUnitOfWorkException servedElsewhere(RequestState state) {
        return new NoUnitOfWorkException((state.serving instanceof Thread thread
                ? "The request " + name(state.request) + " is served by thread '" + thread.getName() + "'"
                : "The method of the request " + name(state.request) + " has returned")
                + ": its unit of work cannot be used on thread '" + Thread.currentThread().getName()
                + "'. Run this work in its own unit of work with db.run(...) or db.call(...)");
    }

    private static String name(ResteasyReactiveRequestContext request) {
        return request.getMethod() + " " + request.getPath();
    }

    /** Records that the resource method begins. */
    static RequestState serving(ResteasyReactiveRequestContext request) {
        RequestState state = state(request);
        state.serving = Thread.currentThread();
        return state;
    }

    /**
     * Records that the resource method has returned; work that it has left to other threads is not part of its unit of work.
     */
    static void returned(RequestState state, boolean later) {
        UnitOfWorkContext unitOfWork = state.unitOfWork;
        if (unitOfWork != null) {
            unitOfWork.methodReturned();
        }
        if (later) {
            state.serving = METHOD_RETURNED;
            if (unitOfWork != null) {
                unitOfWork.park();
                endWithConnection(state.request, unitOfWork);
            }
        } else {
            state.serving = null;
        }
    }

    /**
     * Ends the unit of work when the connection to the client is lost. A request that is suspended or streams its response does
     * not always complete then: a suspended one may never be resumed, and a stream may fail.
     */
    private static void endWithConnection(ResteasyReactiveRequestContext request, UnitOfWorkContext unitOfWork) {
        RoutingContext route = request.unwrap(RoutingContext.class);
        if (route.request().version() == HttpVersion.HTTP_2) {
            endWithStream(route, unitOfWork);
        } else {
            // no handler of the response: it is not called when the server ends the connection
            ChannelFuture closed = ((ConnectionBase) route.request().connection()).channel().closeFuture();
            ChannelFutureListener listener = channel -> end(unitOfWork);
            closed.addListener(listener);
            request.registerCompletionCallback(failure -> closed.removeListener(listener));
        }
        if (route.response().ended() || route.response().closed()) {
            // the connection may have been lost before the unit of work was opened
            end(unitOfWork);
        }
    }

    /** Ends the unit of work with its HTTP/2 stream, since other requests share the connection. */
    private static void endWithStream(RoutingContext route, UnitOfWorkContext unitOfWork) {
        try {
            route.addEndHandler(done -> {
                if (done.failed()) {
                    end(unitOfWork);
                }
            });
        } catch (IllegalStateException e) {
            // ignored: the response is already complete, such as that of an event sink
        }
    }

    /** Continues the request with the current handler, on a thread that may block. */
    static void continueOnWorker(ResteasyReactiveRequestContext request) {
        request.setPosition(request.getPosition() - 1);
        request.suspend();
        request.resume(ExecutorRecorder.getCurrent());
    }

    /** Ends a unit of work on a thread that may block: a rollback waits for the server. */
    private static void end(UnitOfWorkContext unitOfWork) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            unitOfWork.end();
        } else {
            ExecutorRecorder.getCurrent().execute(unitOfWork::end);
        }
    }
}
