package io.quarkiverse.binds.deployment;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.orm.deployment.HibernateOrmProcessor;

/**
 * Removes "Hibernate ORM was disabled explicitly by quarkus.hibernate-orm.blocking=false" from the log of a build.
 * Quarkus's own step logs it since this extension makes the persistence units; the user has not set that key. There
 * is one way for java.util.logging and one for Maven; if neither works, the message appears and does no harm.
 */
final class HibernateDisabledMessageFilter {

    private static final String MESSAGE_PART = HibernateOrmProcessor.HIBERNATE_ORM_CONFIG_PREFIX + "blocking=false";

    private HibernateDisabledMessageFilter() {
    }

    static void silence() {
        java.util.logging.Logger.getLogger(HibernateOrmProcessor.class.getName())
                .setFilter(record -> record.getMessage() == null || !record.getMessage().contains(MESSAGE_PART));
        silenceMaven();
    }

    /**
     * Maven has no filters: its loggers write to the public static field {@code delegate} of their provider, replaced by a
     * proxy.
     */
    private static void silenceMaven() {
        Class<?> provider = Logger.getLogger(HibernateOrmProcessor.class).getClass().getEnclosingClass();
        if (provider == null) {
            return;
        }
        try {
            Field delegate = provider.getField("delegate");
            Object log = delegate.get(null);
            if (log == null || !delegate.getType().isInterface() || Proxy.isProxyClass(log.getClass())) {
                return;
            }
            delegate.set(null,
                    Proxy.newProxyInstance(delegate.getType().getClassLoader(), new Class<?>[] { delegate.getType() },
                            (proxy, method, arguments) -> {
                                if (arguments != null && String.valueOf(arguments[0]).contains(MESSAGE_PART)) {
                                    return null;
                                }
                                try {
                                    return method.invoke(log, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Logger.getLogger(HibernateDisabledMessageFilter.class).debug("Hibernate ORM's message about blocking=false stays",
                    e);
        }
    }
}
