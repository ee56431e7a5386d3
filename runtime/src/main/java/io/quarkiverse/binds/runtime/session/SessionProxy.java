package io.quarkiverse.binds.runtime.session;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionLazyDelegator;

import io.quarkiverse.binds.NoUnitOfWorkException;

/**
 * The session of one bind for applications, which they may keep; refused to other threads and after the end of its unit of
 * work.
 */
final class SessionProxy extends SessionLazyDelegator {

    SessionProxy(CurrentUnitOfWork current, UnitOfWorkContext unitOfWork, String bind) {
        super(() -> session(current, unitOfWork, bind));
    }

    /** Finds the session. An application may use the proxy while another unit of work, or a transaction, is active within. */
    private static Session session(CurrentUnitOfWork current, UnitOfWorkContext unitOfWork, String bind) {
        if (unitOfWork.isOwner() && current.get() != unitOfWork) {
            throw new NoUnitOfWorkException("The session of the unit of work of " + unitOfWork.attributes().name()
                    + " cannot be used here: another unit of"
                    + " work or transaction has been begun within it. Take the session of that one, with db.session(...) or"
                    + " injected");
        }
        return unitOfWork.session(bind);
    }
}
