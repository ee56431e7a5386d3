package io.quarkiverse.binds.test.session;

import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;

/** An entity without explicit names: its tables are named by rule. */
@Entity
public class PriceTag {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ElementCollection
    public Set<String> oldPrices;

    @ManyToMany
    public Set<CatalogPage> pages;
}
