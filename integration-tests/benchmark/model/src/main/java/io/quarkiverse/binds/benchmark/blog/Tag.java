package io.quarkiverse.binds.benchmark.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Inserted in batches; its ids are assigned, so that Hibernate can batch the statements. */
@Entity
@Table(name = "tag")
public class Tag extends PanacheEntityBase {

    @Id
    public Long id;

    public String name;

    public Tag() {
    }

    public Tag(Long id, String name) {
        this.id = id;
        this.name = name;
    }
}
