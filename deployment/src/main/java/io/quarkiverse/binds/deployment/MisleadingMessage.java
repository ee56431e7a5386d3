package io.quarkiverse.binds.deployment;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.orm.deployment.HibernateOrmProcessor;

/**
 * "Hibernate ORM was disabled explicitly by quarkus.hibernate-orm.blocking=false": what Quarkus's own step says when
 * it leaves the persistence units to us, and what nobody did or wanted. It is kept out of the log of a build,
 * whichever logging that build has; where neither way works, the message appears and does no harm.
 */
final class MisleadingMessage {

    private static final String WORDS = HibernateOrmProcessor.HIBERNATE_ORM_CONFIG_PREFIX + "blocking=false";

    private MisleadingMessage() {
    }

    static void silence() {
        java.util.logging.Logger.getLogger(HibernateOrmProcessor.class.getName())
                .setFilter(record -> record.getMessage() == null || !record.getMessage().contains(WORDS));
        silenceMaven();
    }

    /** Under Maven there is no filter to set: loggers write to the public static field {@code delegate} of their provider. */
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
                                if (arguments != null && String.valueOf(arguments[0]).contains(WORDS)) {
                                    return null;
                                }
                                try {
                                    return method.invoke(log, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Logger.getLogger(MisleadingMessage.class).debug("Hibernate ORM's message about blocking=false stays", e);
        }
    }
}
