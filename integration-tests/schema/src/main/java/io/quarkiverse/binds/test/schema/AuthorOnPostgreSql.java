package io.quarkiverse.binds.test.schema;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("postgresql")
@Table(name = "author", uniqueConstraints = @UniqueConstraint(name = "author_name", columnNames = "name"))
public class AuthorOnPostgreSql extends AuthorFields {
}
