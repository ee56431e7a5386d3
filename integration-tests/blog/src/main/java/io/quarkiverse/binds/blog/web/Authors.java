package io.quarkiverse.binds.blog.web;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.blog.store.Users;

/** Join over two databases: posts and comments have ids of users, the bind {@code users} has their names. */
@ApplicationScoped
class Authors {

    @Inject
    Users users;

    /** @throws BadRequest if there is no such user */
    Long require(Long id) {
        Check.id("authorId", id);
        if (!users.names(Set.of(id)).containsKey(id)) {
            throw new BadRequest("'authorId' is " + id + ", but there is no such user");
        }
        return id;
    }

    /** Reads the names for a whole page by one query. */
    <T> Map<Long, String> names(Collection<T> items, Function<T, Long> authorId) {
        Set<Long> ids = new TreeSet<>();
        items.forEach(item -> ids.add(authorId.apply(item)));
        return users.names(ids);
    }

    String name(Long id) {
        return users.names(Set.of(id)).get(id);
    }
}
