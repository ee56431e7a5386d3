package io.quarkiverse.binds.runtime.session;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

/**
 * The invocation of a method that begins a transaction: it throws instead of returning if a part of the transaction has failed.
 */
final class FailedPartInvocationContext implements InvocationContext {

    private final InvocationContext invocation;
    private final Supplier<RuntimeException> refusal;

    /** @param refusal returns the exception after the method has returned; null if no part has failed */
    FailedPartInvocationContext(InvocationContext invocation, Supplier<RuntimeException> refusal) {
        this.invocation = invocation;
        this.refusal = refusal;
    }

    @Override
    public Object proceed() throws Exception {
        Object result = invocation.proceed();
        RuntimeException refused = refusal.get();
        if (refused != null) {
            throw refused;
        }
        return result;
    }

    @Override
    public Object getTarget() {
        return invocation.getTarget();
    }

    @Override
    public Object getTimer() {
        return invocation.getTimer();
    }

    @Override
    public Method getMethod() {
        return invocation.getMethod();
    }

    @Override
    public Constructor<?> getConstructor() {
        return invocation.getConstructor();
    }

    @Override
    public Object[] getParameters() {
        return invocation.getParameters();
    }

    @Override
    public void setParameters(Object[] parameters) {
        invocation.setParameters(parameters);
    }

    @Override
    public Map<String, Object> getContextData() {
        return invocation.getContextData();
    }

    @Override
    public Set<Annotation> getInterceptorBindings() {
        return invocation.getInterceptorBindings();
    }
}
