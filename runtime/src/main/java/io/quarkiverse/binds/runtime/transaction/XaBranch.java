package io.quarkiverse.binds.runtime.transaction;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;

/**
 * The branch of one bind in an XA transaction: delegates to the driver's resource and reports the outcome to
 * {@link CommitRecord}. Used by the thread of the transaction, or by the transaction manager's reaper after a timeout.
 */
final class XaBranch implements XAResource {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final String bind;
    private final XAResource resource;
    private final CommitRecord record;
    /** Null for a bind without sensitive columns. */
    private final ExceptionMask mask;
    private XAException startFailure;

    XaBranch(String bind, XAResource resource, CommitRecord record, ExceptionMask mask) {
        this.bind = bind;
        this.resource = resource;
        this.record = record;
        this.mask = mask;
    }

    /** A constraint that is checked at the end of the transaction can be violated by each of these calls. */
    private XAException masked(XAException e) {
        return mask == null ? e : mask.apply(e);
    }

    /** The error at the start of the branch, which a transaction manager does not report; null if the start succeeded. */
    XAException startFailure() {
        return startFailure;
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        try {
            resource.start(xid, flags);
        } catch (XAException e) {
            startFailure = e;
            throw e;
        }
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        try {
            resource.end(xid, flags);
        } catch (XAException thrown) {
            XAException e = masked(thrown);
            if (flags == TMSUCCESS) {
                record.notPrepared(bind, e);
            }
            throw e;
        }
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        try {
            return resource.prepare(xid);
        } catch (XAException thrown) {
            XAException e = masked(thrown);
            record.notPrepared(bind, e);
            throw e;
        }
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        try {
            resource.commit(xid, onePhase);
            record.committed(bind);
        } catch (XAException thrown) {
            XAException e = masked(thrown);
            if (onePhase) {
                record.failed(bind, e);
            } else if (e.errorCode == XAException.XAER_RMFAIL || e.errorCode == XAException.XA_RETRY) {
                // the decision is logged: recovery will commit the branch, and the manager reports a commit
                record.committed(bind);
                LOG.warnf("The connection of %s was lost when its part of a two-phase commit was to be completed. It is decided"
                        + " and will be committed by recovery; until then its rows are locked", BindNames.display(bind));
            } else {
                record.notAsDecided(bind, e);
            }
            throw e;
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        // if the server cannot be reached, it rolls back when the connection is closed, or recovery does
        record.rolledBack(bind);
        resource.rollback(xid);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        resource.forget(xid);
    }

    @Override
    public Xid[] recover(int flag) throws XAException {
        return resource.recover(flag);
    }

    @Override
    public boolean isSameRM(XAResource other) throws XAException {
        return resource.isSameRM(other);
    }

    @Override
    public int getTransactionTimeout() throws XAException {
        return resource.getTransactionTimeout();
    }

    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        return resource.setTransactionTimeout(seconds);
    }
}
