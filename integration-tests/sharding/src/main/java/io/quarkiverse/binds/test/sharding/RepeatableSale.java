package io.quarkiverse.binds.test.sharding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Sale in a table whose names are not unique, so that a double write shows. */
@Entity
public class RepeatableSale {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = 20)
    public String tenant;

    @Column(nullable = false, length = 60)
    public String name;

    public RepeatableSale() {
    }

    public RepeatableSale(String tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }
}
