package io.quarkiverse.binds.blog.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Article of a blog that was created at run time. Each blog has a database of its own with this table. */
@Entity
@Bind("blogs")
public class Article {

    public static final int TITLE_LENGTH = 200;
    public static final int TEXT_LENGTH = 5000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = TITLE_LENGTH)
    public String title;

    @Column(nullable = false, length = TEXT_LENGTH)
    public String text;

    @Column(nullable = false)
    public Instant created;
}
