package io.quarkiverse.binds.test.migrations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("flow-h2")
@Table(name = "flow_author")
public class FlowAuthorOnH2 {

    @Id
    public Long id;

    public String name;
}
