package io.quarkiverse.binds.blog.model;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Panache finds the bind by the entity. */
@ApplicationScoped
public class UserRepository implements PanacheRepository<User> {
}
