package io.quarkiverse.binds.test.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;

/** Runs scenarios in units of work that annotations begin. */
@ApplicationScoped
public class AnnotatedScenarios {

    @Inject
    Db db;

    @UnitOfWork
    void inUnit(WorkScenario scenario, String name) throws Exception {
        scenario.run(db, name);
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    void onSuccess(WorkScenario scenario, String name) throws Exception {
        scenario.run(db, name);
    }

    @Transactional
    void transactional(WorkScenario scenario, String name) throws Exception {
        scenario.run(db, name);
    }
}
