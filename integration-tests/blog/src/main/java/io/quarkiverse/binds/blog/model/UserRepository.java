package io.quarkiverse.binds.blog.model;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Panache finds the bind by the entity, and works in the session of the unit of work. */
@ApplicationScoped
public class UserRepository implements PanacheRepository<User> {
}
