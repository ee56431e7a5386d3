package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;

import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;

import io.quarkiverse.binds.Bind;

@Entity
@Bind("h2")
@FilterDef(name = "cheap")
@Filter(name = "cheap", condition = "price < 1")
public class EntryOnH2 extends Entry {
}
