package io.quarkiverse.binds.test.migrations.attributes;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;

import io.quarkiverse.binds.RenamedFrom;

/** Embeddables and collections of values, with an id of two columns. */
@MappedSuperclass
public abstract class EmbeddedAttributes {

    /** An id of two columns. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(length = 10)
        @RenamedFrom("sequel")
        public String series;

        public int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(series, key.series) && number == key.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(series, number);
        }
    }

    /** Two columns. */
    @Embeddable
    public static class Range {

        @Column(name = "range_from")
        public int from;

        @Column(name = "range_to")
        public Integer to;
    }

    /** One column of its own and those of another embeddable. */
    @Embeddable
    public static class Place {

        @Column(length = 60)
        public String city;

        @Embedded
        public Range floors;
    }

    @EmbeddedId
    public Key id;

    @Embedded
    public Place place;

    @Embedded
    @AttributeOverride(name = "city", column = @Column(name = "other_city", length = 61, nullable = false))
    @AttributeOverride(name = "floors.from", column = @Column(name = "other_from"))
    @AttributeOverride(name = "floors.to", column = @Column(name = "other_to"))
    public Place otherPlace;

    @ElementCollection
    public Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn
    @Column(length = 40)
    public List<String> paragraphs;

    @ElementCollection
    public Map<String, Integer> counts = new HashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    public Map<EnumAttributes.Color, Range> ranges = new HashMap<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    public Set<EnumAttributes.Color> colors = new HashSet<>();
}
