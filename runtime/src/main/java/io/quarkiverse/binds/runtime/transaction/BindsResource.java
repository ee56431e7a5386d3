package io.quarkiverse.binds.runtime.transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

import jakarta.transaction.Synchronization;

import org.jboss.logging.Logger;
import org.jboss.tm.TxUtils;

import com.arjuna.ats.jta.resources.LastResourceCommitOptimisation;

/**
 * All connections of binds in one transaction, as one resource of it: they are committed one after the other, in the order in
 * which they joined. Being one, it passes Narayana's rule of a single resource that cannot be prepared, which would refuse a
 * second connection, even for reading. Binds with XA are resources of their own; this one is then the last, committed between
 * their prepare and their commit.
 * <p>
 * Used by the thread of the transaction, or by the transaction manager's reaper after a timeout.
 */
final class BindsResource implements XAResource, LastResourceCommitOptimisation, Synchronization {

    private static final Logger LOG = Logger.getLogger(BindsResource.class);

    private final CommitRecord record;
    private final List<Participant> participants = new ArrayList<>(2);

    /**
     * @param record where the outcome of each bind is told, not null
     */
    BindsResource(CommitRecord record) {
        this.record = record;
    }

    void add(Participant participant) {
        participants.add(participant);
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        int done = 0;
        for (Participant participant : participants) {
            try {
                participant.commit();
                record.committed(participant.bind());
                done++;
            } catch (SQLException | RuntimeException e) {
                participant.discard();
                record.failed(participant.bind(), e);
                for (Participant rest : participants.subList(done + 1, participants.size())) {
                    CommitRecord.rollBack(rest);
                    record.rolledBack(rest.bind());
                }
                if (record.isMixed()) {
                    LOG.error(record.message(), e);
                }
                throw rolledBack();
            }
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        boolean timedOut = TxUtils.isTransactionManagerTimeoutThread();
        for (Participant participant : participants) {
            if (timedOut) {
                TimedOut.end(participant);
            } else {
                CommitRecord.rollBack(participant);
            }
        }
    }

    @Override
    public void beforeCompletion() {
        // the sessions flush; the connections wait for the commit
    }

    /** The connections go back to their pools. */
    @Override
    public void afterCompletion(int status) {
        for (Participant participant : participants) {
            participant.end();
        }
    }

    /**
     * Rolled back, also where some are committed: a heuristic outcome would have Narayana write a log of what nothing can
     * recover. What is true stands in the record, and in the cause for those who have no unit of work.
     */
    private XAException rolledBack() {
        XAException e = new XAException(XAException.XA_RBROLLBACK);
        e.initCause(record.failure());
        return e;
    }

    @Override
    public int prepare(Xid xid) {
        return XA_OK;
    }

    @Override
    public void start(Xid xid, int flags) {
        // each connection starts when it is added
    }

    @Override
    public void end(Xid xid, int flags) {
        // the connections end with commit or rollback
    }

    @Override
    public void forget(Xid xid) {
        // nothing is kept: the outcome has been reported
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return this == other;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
