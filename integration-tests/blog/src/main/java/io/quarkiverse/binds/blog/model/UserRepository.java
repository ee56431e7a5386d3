package io.quarkiverse.binds.blog.model;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Panache repository: the entity determines the bind, and the session is that of the unit of work. */
@ApplicationScoped
public class UserRepository implements PanacheRepository<User> {
}
