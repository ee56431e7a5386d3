package io.quarkiverse.binds.test.sharding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Sale in a table whose names are unique within a server: a write that is repeated although it took effect fails here. */
@Entity
public class UniqueSale {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = 20)
    public String tenant;

    @Column(nullable = false, unique = true, length = 60)
    public String name;

    public UniqueSale() {
    }

    public UniqueSale(String tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }
}
