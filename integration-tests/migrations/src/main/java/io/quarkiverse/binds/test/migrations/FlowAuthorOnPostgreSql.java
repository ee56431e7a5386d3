package io.quarkiverse.binds.test.migrations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("flow-postgresql")
@Table(name = "flow_author")
public class FlowAuthorOnPostgreSql {

    @Id
    public Long id;

    public String name;
}
