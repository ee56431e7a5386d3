package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;

import io.quarkiverse.binds.Bind;

@Entity
@NamedQuery(name = "TodoOnPostgreSql.fetched", query = "from TodoOnPostgreSql t left join fetch t.tags where t.number > ?1 order by t.number desc")
@Bind("postgresql")
public class TodoOnPostgreSql extends Todo {
}
