package io.quarkiverse.binds.blog.model;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** Action on many posts, with the position that it has reached. Each chunk updates it in its own transaction. */
@Entity
public class BulkJob {

    public enum Action {
        ADD_TAG,
        REMOVE_TAG,
        DELETE
    }

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    public Action action;

    /** Tag to add or to remove; null for {@link Action#DELETE}. */
    @Column(length = Tag.NAME_LENGTH)
    public String tag;

    /** Selection of the posts. */
    @Column(nullable = false, length = 8192)
    public String token;

    /** Cursor after the last chunk; null before the first. */
    public String reached;

    /** Number of posts processed. */
    @Column(nullable = false)
    public long done;

    /** Number of posts of the selection. */
    @Column(nullable = false)
    public long total;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    public State state;

    /** Reason of {@link State#FAILED}, for the reader of a page. */
    public String error;

    @Column(nullable = false)
    public Instant created;
}
