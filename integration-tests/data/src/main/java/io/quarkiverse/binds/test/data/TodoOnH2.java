package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;

import io.quarkiverse.binds.Bind;

@Entity
@NamedQuery(name = "TodoOnH2.fetched", query = "from TodoOnH2 t left join fetch t.tags where t.number > ?1 order by t.number desc")
@Bind("h2")
public class TodoOnH2 extends Todo {
}
