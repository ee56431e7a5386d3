package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;

import io.quarkiverse.binds.Bind;

@Entity
@NamedQuery(name = "TodoOnMySql.fetched", query = "from TodoOnMySql t left join fetch t.tags where t.number > ?1 order by t.number desc")
@Bind("mysql")
public class TodoOnMySql extends Todo {
}
