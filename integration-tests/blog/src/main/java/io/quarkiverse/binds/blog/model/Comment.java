package io.quarkiverse.binds.blog.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Comment of a user on a post. */
@Entity
@Table(name = "post_comment", indexes = @Index(name = "post_comment_author", columnList = "author_id"))
public class Comment extends PanacheEntityBase {

    public static final int TEXT_LENGTH = 2000;

    /** Generated as in {@link BlogPost#id}. */
    @Id
    @SequenceGenerator(sequenceName = "post_comment_seq", allocationSize = 500)
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "post_id")
    public BlogPost post;

    /** Id of a {@link User}. */
    @Column(name = "author_id", nullable = false)
    public Long authorId;

    @Column(name = "comment_text", nullable = false, length = TEXT_LENGTH)
    public String text;

    @Column(nullable = false)
    public Instant created;
}
