package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Opens connections in the threads of the borrowers and hands them over to Agroal, which creates a handle for each a moment
 * later: Agroal asks {@link BindDriver} for a connection, and the driver asks this source. Thread-safe.
 */
final class BorrowerThreadSource implements ConnectionSource, BindDriver.Connections {

    private final PoolSettings settings;
    private final ConnectionRegistry registry;
    private final ConnectionOpener opener;
    private final ConnectionLimit limit;
    private final Queue<Connection> handover = new ConcurrentLinkedQueue<>();

    BorrowerThreadSource(PoolSettings settings, ConnectionRegistry registry, ConnectionOpener opener, ConnectionLimit limit) {
        this.settings = settings;
        this.registry = registry;
        this.opener = opener;
        this.limit = limit;
    }

    /**
     * Lifts Agroal's own size limit; the permits and the registry enforce it. Agroal also counts connections that are only
     * scheduled for closing, so a borrower with a replacement would block.
     */
    @Override
    public void attach(AgroalDataSource agroal) {
        agroal.getConfiguration().connectionPoolConfiguration().setMaxSize(Integer.MAX_VALUE);
    }

    @Override
    public boolean opensInBorrowerThread() {
        return true;
    }

    @Override
    public boolean open(Lease lease) {
        Interruption.check(settings);
        return registry.reserve(settings.max()) && openReserved(lease) || registry.hasCreatedByAgroal();
    }

    private boolean openReserved(Lease lease) {
        if (!limit.reserve()) {
            registry.endReservation();
            limit.awaitRoom();
            return false;
        }
        try {
            Connection opened = opener.openOrAwaitSwitch();
            handover.add(opened);
            Connection before = lease.opened(opened);
            if (before != null) {
                closeUnused(before); // Agroal had taken an idle connection instead, which turned out to be unusable
            }
            return true;
        } catch (SQLException e) {
            throw new OpeningFailedException(e);
        } finally {
            registry.endReservation();
            limit.endReservation();
        }
    }

    /**
     * Called by Agroal. The queue is empty if Agroal creates a connection that no borrower asked for, as for
     * {@code min-size}.
     */
    @Override
    public Connection take() throws SQLException {
        Connection connection = handover.poll();
        if (connection == null) {
            connection = opener.openUnshared();
            registry.find(connection).setCreatedByAgroal();
        }
        return connection;
    }

    @Override
    public void closeUnused(Connection opened) {
        if (handover.remove(opened)) {
            closeQuietly(opened);
        }
    }

    private static void closeQuietly(Connection opened) {
        try {
            opened.close();
        } catch (SQLException e) {
            // nothing to report: no borrower has the connection
        }
    }

    @Override
    public boolean probe() throws SQLException {
        closeQuietly(opener.open());
        return true;
    }

    @Override
    public SQLException translate(SQLException e) {
        return e;
    }

    @Override
    public boolean resetsEnlisted() {
        return true;
    }

    @Override
    public boolean hasSeveralHosts() {
        return opener.hasSeveralHosts();
    }

    @Override
    public PingLimit pingLimit() {
        return opener.pingLimit();
    }

    @Override
    public NoConnectionException lastFailure() {
        return opener.lastFailure();
    }

    @Override
    public NoConnectionException unreachable() {
        return opener.unreachable();
    }
}
