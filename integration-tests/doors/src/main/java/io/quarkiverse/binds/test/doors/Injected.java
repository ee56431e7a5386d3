package io.quarkiverse.binds.test.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;

/** Beans that Quarkus injects, for each bind. */
@ApplicationScoped
public class Injected {

    @Inject
    Session sessionNotes;
    @Inject
    @PersistenceUnit("ledger")
    Session sessionLedger;
    @Inject
    @PersistenceUnit("tenants")
    Session sessionTenant;
    @Inject
    EntityManager managerNotes;
    @Inject
    @PersistenceUnit("ledger")
    EntityManager managerLedger;
    @Inject
    @PersistenceUnit("tenants")
    EntityManager managerTenant;
    @Inject
    StatelessSession statelessNotes;
    @Inject
    @PersistenceUnit("ledger")
    StatelessSession statelessLedger;
    @Inject
    @PersistenceUnit("tenants")
    StatelessSession statelessTenant;
    @Inject
    SessionFactory factoryNotes;
    @Inject
    @PersistenceUnit("ledger")
    SessionFactory factoryLedger;
    @Inject
    @PersistenceUnit("tenants")
    SessionFactory factoryTenant;
    @Inject
    AgroalDataSource sourceNotes;
    @Inject
    @DataSource("ledger")
    AgroalDataSource sourceLedger;
    @Inject
    @DataSource("tenants")
    AgroalDataSource sourceTenant;

    Session session(Where where) {
        return switch (where) {
            case NOTES -> sessionNotes;
            case LEDGER -> sessionLedger;
            case TENANT -> sessionTenant;
        };
    }

    EntityManager entityManager(Where where) {
        return switch (where) {
            case NOTES -> managerNotes;
            case LEDGER -> managerLedger;
            case TENANT -> managerTenant;
        };
    }

    StatelessSession statelessSession(Where where) {
        return switch (where) {
            case NOTES -> statelessNotes;
            case LEDGER -> statelessLedger;
            case TENANT -> statelessTenant;
        };
    }

    SessionFactory factory(Where where) {
        return switch (where) {
            case NOTES -> factoryNotes;
            case LEDGER -> factoryLedger;
            case TENANT -> factoryTenant;
        };
    }

    AgroalDataSource dataSource(Where where) {
        return switch (where) {
            case NOTES -> sourceNotes;
            case LEDGER -> sourceLedger;
            case TENANT -> sourceTenant;
        };
    }
}
