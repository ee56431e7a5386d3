package io.quarkiverse.binds.runtime.session;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;

/** A flushed session that must not be flushed again by the commit. Confined to the thread of its unit of work. */
record FlushedSession(SessionImplementor session, FlushMode before) {

    static List<FlushedSession> all(List<SessionImplementor> sessions) {
        List<FlushedSession> flushed = new ArrayList<>(sessions.size());
        for (SessionImplementor session : sessions) {
            flushed.add(new FlushedSession(session, session.getHibernateFlushMode()));
            session.setHibernateFlushMode(FlushMode.MANUAL);
        }
        return flushed;
    }

    void restore() {
        if (!session.isClosed()) {
            session.setHibernateFlushMode(before);
        }
    }
}
