package io.quarkiverse.binds.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.hibernate.Session;

/** The session objects of a unit of work that applications keep, one per bind. Confined to the thread of its unit of work. */
final class SessionProxies {

    private final PersistenceUnits persistenceUnits;
    private final Map<String, Session> byBind = new LinkedHashMap<>(4);

    SessionProxies(PersistenceUnits persistenceUnits) {
        this.persistenceUnits = persistenceUnits;
    }

    Session get(String bind, Function<String, Session> factory) {
        Session proxy = byBind.get(bind);
        if (proxy == null) {
            persistenceUnits.factory(bind); // refuses a bind without entities here, rather than at the first use
            proxy = factory.apply(bind);
            byBind.put(bind, proxy);
        }
        return proxy;
    }
}
