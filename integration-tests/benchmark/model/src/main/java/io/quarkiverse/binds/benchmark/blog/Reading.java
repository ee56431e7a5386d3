package io.quarkiverse.binds.benchmark.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Updated all at once; the number of rows stays constant. */
@Entity
@Table(name = "reading")
public class Reading extends PanacheEntityBase {

    @Id
    public Long id;

    public int seen;
}
