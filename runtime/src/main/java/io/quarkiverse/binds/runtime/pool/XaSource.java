package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** Leaves opening XA connections to Agroal, which creates them from the driver's XA datasource. */
record XaSource(PoolSettings settings, ConnectionRegistry registry) implements ConnectionSource {

    @Override
    public void attach(AgroalDataSource agroal) {
        // Agroal's size limit stays, since Agroal opens and counts the connections
    }

    @Override
    public boolean opensInBorrowerThread() {
        return false;
    }

    @Override
    public boolean open(Lease lease) {
        return registry.open() < settings.max();
    }

    @Override
    public void closeUnused(Connection opened) {
        // no connection is opened for a borrower
    }

    @Override
    public boolean probe() {
        return false;
    }

    @Override
    public SQLException translate(SQLException e) {
        boolean timeout = e.getSQLState() == null && e.getMessage() != null
                && e.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
        return timeout ? PoolErrors.serverSilent(settings, e) : e;
    }

    /** Always false: the transaction manager ends an XA branch. */
    @Override
    public boolean resetsEnlisted() {
        return false;
    }

    @Override
    public boolean hasSeveralHosts() {
        return false;
    }

    @Override
    public PingLimit pingLimit() {
        return null;
    }

    @Override
    public NoConnectionException lastFailure() {
        return null;
    }

    @Override
    public NoConnectionException unreachable() {
        return null;
    }
}
