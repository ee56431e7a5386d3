package io.quarkiverse.binds.runtime.session;

import jakarta.interceptor.InvocationContext;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Reads the timeout that {@code @TransactionConfiguration} sets for the transaction of a method, as Quarkus does. */
final class TransactionTimeout {

    private TransactionTimeout() {
    }

    /** @return the seconds; 0 if the method has no timeout of its own */
    static int of(InvocationContext context) {
        TransactionConfiguration configuration = configuration(context);
        if (configuration == null) {
            return 0;
        }
        String property = configuration.timeoutFromConfigProperty();
        int seconds = property.equals(TransactionConfiguration.UNSET_TIMEOUT_CONFIG_PROPERTY)
                ? TransactionConfiguration.UNSET_TIMEOUT
                : ConfigProvider.getConfig().getOptionalValue(property, Integer.class)
                        .orElse(TransactionConfiguration.UNSET_TIMEOUT);
        return Math.max(0, seconds == TransactionConfiguration.UNSET_TIMEOUT ? configuration.timeout() : seconds);
    }

    /** Refuses a timeout on a method that begins no transaction. */
    static void refuse(InvocationContext context) {
        if (of(context) > 0) {
            throw tooLate(context.getMethod().getDeclaringClass().getSimpleName() + "." + context.getMethod().getName());
        }
    }

    static IllegalStateException tooLate(String method) {
        return new IllegalStateException("The timeout of " + method
                + " (@TransactionConfiguration) cannot be set: the transaction"
                + " has begun. Call the method before anything uses a database, or give it a transaction of its own with"
                + " @Transactional(REQUIRES_NEW)");
    }

    private static TransactionConfiguration configuration(InvocationContext context) {
        TransactionConfiguration ofMethod = context.getMethod().getAnnotation(TransactionConfiguration.class);
        if (ofMethod != null) {
            return ofMethod;
        }
        Class<?> type = context.getTarget() == null ? context.getMethod().getDeclaringClass() : context.getTarget().getClass();
        return type.getAnnotation(TransactionConfiguration.class);
    }
}
