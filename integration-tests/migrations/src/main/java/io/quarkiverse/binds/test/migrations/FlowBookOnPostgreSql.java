package io.quarkiverse.binds.test.migrations;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("flow-postgresql")
@Table(name = "flow_book", indexes = @Index(name = "flow_book_title", columnList = "title"), uniqueConstraints = @UniqueConstraint(name = "flow_book_isbn", columnNames = "isbn"))
public class FlowBookOnPostgreSql extends FlowBookFields {

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "flow_book_author"))
    public FlowAuthorOnPostgreSql author;
}
