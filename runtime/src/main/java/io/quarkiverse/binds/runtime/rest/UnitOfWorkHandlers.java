package io.quarkiverse.binds.runtime.rest;

import java.util.List;

import org.jboss.resteasy.reactive.common.model.ResourceClass;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.model.ServerResourceMethod;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The handlers of a REST method that is a unit of work. Recorded at build, so it has properties. */
public class UnitOfWorkHandlers implements HandlerChainCustomizer {

    private boolean safeMethod;

    public boolean isSafeMethod() {
        return safeMethod;
    }

    /** Sets whether the method is a GET or HEAD. */
    public UnitOfWorkHandlers setSafeMethod(boolean safeMethod) {
        this.safeMethod = safeMethod;
        return this;
    }

    @Override
    public ServerRestHandler alternateInvocationHandler(EndpointInvoker invoker) {
        return new UnitOfWorkInvocationHandler(invoker, safeMethod);
    }

    @Override
    public List<ServerRestHandler> handlers(Phase phase, ResourceClass resourceClass, ServerResourceMethod method) {
        return phase == Phase.AFTER_RESPONSE_CREATED ? List.of(new CommitHandler()) : List.of();
    }
}
