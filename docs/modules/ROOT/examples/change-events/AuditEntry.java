package org.acme.todo;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class AuditEntry extends PanacheEntity {

    public String text;

    static AuditEntry of(String text) {
        AuditEntry entry = new AuditEntry();
        entry.text = text;
        return entry;
    }
}
