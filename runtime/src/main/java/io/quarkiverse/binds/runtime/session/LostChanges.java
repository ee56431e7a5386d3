package io.quarkiverse.binds.runtime.session;

import org.jboss.logging.Logger;

/** Notices changes that are lost, since the unit of work ends without a commit. */
final class LostChanges {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private LostChanges() {
    }

    /** Whether changes are lost, where writes are observed; in dev mode that is logged. */
    static boolean notice(UnitOfWorkServices services, UnitOfWorkAttributes unitOfWork, ScopedSessions sessions) {
        boolean lost = !unitOfWork.options().readOnly() && sessions.hasUncommittedWrites();
        if (lost && services.warnsOfUncommitted) {
            LOG.warnf(
                    "The unit of work of %s ended with changes that were not committed, they are rolled back: call db.commit(), or"
                            + " set quarkus.binds.session.commit=on-success",
                    unitOfWork.name());
        }
        return lost;
    }
}
