package io.quarkiverse.binds.test.migrations.attributes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Associations, with an id of the default generator.
 *
 * @param <T> the entity itself
 */
@MappedSuperclass
public abstract class AssociationAttributes<T> {

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    public T parent;

    @ManyToOne(optional = false)
    @JoinColumn(name = "named", foreignKey = @ForeignKey(name = "att_association_named"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    public T cascaded;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    public T setNull;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(value = ConstraintMode.NO_CONSTRAINT))
    public T withoutConstraint;

    @ManyToOne
    @JoinColumn(name = "defined_id", foreignKey = @ForeignKey(name = "att_association_defined", foreignKeyDefinition = "foreign key (defined_id) references att_association (id) on delete cascade on update restrict"))
    public T defined;

    @OneToOne
    public T single;

    @OneToMany(mappedBy = "parent")
    public List<T> children;

    @OneToMany
    @JoinColumn(name = "owner_id")
    public List<T> owned;

    @OneToMany
    public List<T> joined;

    @ManyToMany
    @JoinTable(name = "att_association_friend", joinColumns = @JoinColumn(name = "left_id"), inverseJoinColumns = @JoinColumn(name = "right_id", foreignKey = @ForeignKey(name = "att_friend_right")))
    public Set<T> friends = new HashSet<>();

    @ManyToMany
    @OrderColumn(name = "position")
    public List<T> ordered;

    @ManyToMany
    @MapKeyColumn(name = "role", length = 15)
    public Map<String, T> byRole = new HashMap<>();
}
