package io.quarkiverse.binds.benchmark.blog;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Post extends PanacheEntity {

    public String title;
}
