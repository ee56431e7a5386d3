package io.quarkiverse.binds.test.migrations.attributes;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** Attributes with a history by Envers, whose tables are those of entities that no application has. */
@MappedSuperclass
@Audited(withModifiedFlag = true)
public abstract class AuditedAttributes {

    @Id
    @GeneratedValue
    public Long id;

    @Column(length = 50, nullable = false, unique = true)
    public String title;

    @Enumerated(EnumType.STRING)
    public EnumAttributes.Color color;

    public Instant changed;

    @ElementCollection
    public Set<String> labels;

    @NotAudited
    public int clicks;
}
