package io.quarkiverse.binds.blog.model;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Post. Without {@code @Bind} it belongs to the default bind; without a name its table is {@code blog_post}. */
@Entity
@Table(indexes = @Index(name = "blog_post_author", columnList = "author_id"))
public class BlogPost extends PanacheEntityBase {

    public static final int TITLE_LENGTH = 200;
    public static final int BODY_LENGTH = 5000;

    // large allocation size: MySQL has no sequences, and each block of ids costs a transaction
    @Id
    @SequenceGenerator(sequenceName = "blog_post_seq", allocationSize = 500)
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long id;

    @Column(nullable = false, length = TITLE_LENGTH)
    public String title;

    @Column(nullable = false, length = BODY_LENGTH)
    public String body;

    /** Id of a {@link User}. */
    @Column(name = "author_id", nullable = false)
    public Long authorId;

    @Column(nullable = false)
    public Instant created;

    @Column(nullable = false)
    public Instant updated;

    @ManyToMany
    @JoinTable(name = "blog_post_tag", joinColumns = @JoinColumn(name = "post_id"), inverseJoinColumns = @JoinColumn(name = "tag_id"))
    @OrderBy("name")
    public Set<Tag> tags = new LinkedHashSet<>();
}
