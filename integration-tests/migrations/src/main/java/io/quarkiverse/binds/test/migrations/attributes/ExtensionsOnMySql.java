package io.quarkiverse.binds.test.migrations.attributes;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.envers.Audited;

import io.quarkiverse.binds.Bind;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;

/** Entities of other extensions on MySQL. */
public final class ExtensionsOnMySql {

    private ExtensionsOnMySql() {
    }

    @Entity(name = "AttAudited")
    @Bind("mysql")
    @Table(name = "att_audited")
    @Audited
    public static class AuditedBook extends AuditedAttributes {

        @ManyToOne
        public AuditedBook sequel;
    }

    /** The users of quarkus-security-jpa, which an application has once. */
    @Entity(name = "AttMember")
    @Bind("mysql")
    @Table(name = "att_member")
    @UserDefinition
    public static class Member {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @Username
        @Column(length = 100, nullable = false, unique = true)
        public String name;

        @Password
        public String password;

        @Roles
        @ElementCollection
        public Set<String> roles;
    }
}
