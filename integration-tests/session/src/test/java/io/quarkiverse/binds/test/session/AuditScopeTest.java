package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Db;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** C6: inside a unit of work, a key of its own has sessions and a transaction of its own. */
@QuarkusTest
@TestProfile(AuditScopeProfile.class)
class AuditScopeTest extends OnMySql {

    @Inject
    Db db;

    @Inject
    AuditScope scope;

    @Test
    void auditEntryIsCommittedAndRestRolledBack() {
        db.run(() -> {
            db.add(new Note("audited"));
            scope.audit(() -> {
                db.add(new Entry("added audited"));
                db.commit(); // this entry alone
            });
            assertThat(rows("added audited")).isEqualTo(1);
            assertThat(rows("audited")).isZero();
            db.commit();
            db.add(new Note("audited-2"));
        });
        assertThat(rows("audited")).isEqualTo(1);
        assertThat(rows("audited-2")).isZero();
    }
}
