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
 * Combines all connections of binds in one transaction to one resource: they are committed one after the other, in the order in
 * which they joined. Narayana accepts a single resource that cannot be prepared, and would refuse a second connection, even for
 * reading. Binds with XA are resources of their own; this one is then the last, committed between their prepare and their
 * commit.
 * <p>
 * Used by the thread of the transaction, or by the transaction manager's reaper after a timeout.
 */
final class OnePhaseCompositeXAResource implements XAResource, LastResourceCommitOptimisation, Synchronization {

    private static final Logger LOG = Logger.getLogger(OnePhaseCompositeXAResource.class);

    private final CommitRecord record;
    private final List<Participant> participants = new ArrayList<>(2);

    /** @param record receives the outcome of each bind */
    OnePhaseCompositeXAResource(CommitRecord record) {
        this.record = record;
    }

    void add(Participant participant) {
        participants.add(participant);
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        refuseLost();
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

    /** Refuses the commit if a connection is known to be lost: then nothing is committed in any bind, with certainty. */
    private void refuseLost() throws XAException {
        for (Participant lost : participants) {
            if (lost.isLost()) {
                record.notPrepared(lost.bind(), new SQLException("its connection was lost before the commit", "08003"));
                participants.forEach(CommitRecord::rollBack);
                throw rolledBack();
            }
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        boolean timedOut = TxUtils.isTransactionManagerTimeoutThread();
        for (Participant participant : participants) {
            if (timedOut) {
                TimeoutRollback.end(participant);
            } else {
                CommitRecord.rollBack(participant);
            }
        }
    }

    @Override
    public void beforeCompletion() {
        // nothing to do: the sessions flush themselves; the connections wait for the commit
    }

    /** Returns the connections to their pools. */
    @Override
    public void afterCompletion(int status) {
        for (Participant participant : participants) {
            participant.end();
        }
    }

    /**
     * Reports a rollback, even if some binds have committed: for a heuristic outcome Narayana would write a log of work that
     * cannot be recovered. The true outcome is in the record, and in the cause for work without a unit of work.
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
        // nothing to do: each connection starts when it is added
    }

    @Override
    public void end(Xid xid, int flags) {
        // nothing to do: the connections end with commit or rollback
    }

    @Override
    public void forget(Xid xid) {
        // nothing to do: the outcome has been reported
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
