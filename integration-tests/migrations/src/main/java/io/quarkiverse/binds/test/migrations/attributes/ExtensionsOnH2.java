package io.quarkiverse.binds.test.migrations.attributes;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.envers.Audited;

import io.quarkiverse.binds.Bind;

/** Entities of other extensions on H2. */
public final class ExtensionsOnH2 {

    private ExtensionsOnH2() {
    }

    @Entity(name = "AttAudited")
    @Bind("h2")
    @Table(name = "att_audited")
    @Audited
    public static class AuditedBook extends AuditedAttributes {

        @ManyToOne
        public AuditedBook sequel;
    }
}
