package io.quarkiverse.binds.runtime.rest;

import java.util.List;

import org.jboss.resteasy.reactive.common.model.ResourceClass;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.model.ServerResourceMethod;
import org.jboss.resteasy.reactive.server.spi.EndpointInvoker;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** What a REST method that is a unit of work has in its chain of handlers. Recorded at build, so it has properties. */
public class UnitHandlers implements HandlerChainCustomizer {

    private boolean safeMethod;

    public boolean isSafeMethod() {
        return safeMethod;
    }

    /** Whether it is a GET or HEAD. */
    public UnitHandlers setSafeMethod(boolean safeMethod) {
        this.safeMethod = safeMethod;
        return this;
    }

    @Override
    public ServerRestHandler alternateInvocationHandler(EndpointInvoker invoker) {
        return new UnitInvocationHandler(invoker, safeMethod);
    }

    @Override
    public List<ServerRestHandler> handlers(Phase phase, ResourceClass resourceClass, ServerResourceMethod method) {
        return phase == Phase.AFTER_RESPONSE_CREATED ? List.of(new CommitHandler()) : List.of();
    }
}
