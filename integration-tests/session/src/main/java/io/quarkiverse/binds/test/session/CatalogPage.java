package io.quarkiverse.binds.test.session;

import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;

/** An entity with explicit names of mixed case, which a server may tell apart from those in lower case. */
@Entity(name = "ListedPage")
public class CatalogPage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ElementCollection
    public Set<String> searchTerms;

    @ElementCollection
    @CollectionTable(name = "PageColours")
    public Set<String> colours;

    @ManyToMany
    @JoinTable(name = "TagsOfPages")
    public Set<PriceTag> tags;
}
