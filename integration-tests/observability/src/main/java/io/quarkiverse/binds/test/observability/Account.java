package io.quarkiverse.binds.test.observability;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

import io.quarkiverse.binds.Sensitive;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A row with a secret. */
@Entity
public class Account extends PanacheEntity {

    public String name;
    public String passwordHash;
    @Sensitive
    @Convert(converter = Iban.InDatabase.class)
    public Iban iban;
    @Sensitive
    @Column(unique = true)
    public String taxNumber;
    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "paid_with"))
    public Card card;
    @ElementCollection
    @Column(name = "remark")
    @Sensitive
    public List<String> remarks = new ArrayList<>();
}
