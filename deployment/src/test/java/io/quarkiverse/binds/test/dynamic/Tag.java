package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("tenants")
public class Tag {

    @Id
    @GeneratedValue
    public Long id;

    @Column(unique = true)
    public String word;

    public int uses;
}
