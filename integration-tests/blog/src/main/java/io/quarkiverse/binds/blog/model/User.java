package io.quarkiverse.binds.blog.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkiverse.binds.Bind;

/** Author. In a database of its own, so other entities refer to a user by id only: an association cannot cross binds. */
@Entity
@Bind("users")
// "user" is a reserved word of H2 and PostgreSQL
@Table(name = "app_user", uniqueConstraints = @UniqueConstraint(name = "app_user_name", columnNames = "name"))
public class User {

    public static final int NAME_LENGTH = 50;
    public static final int BIO_LENGTH = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    public String name;

    @Column(length = BIO_LENGTH)
    public String bio;

    @Column(nullable = false)
    public Instant created;
}
