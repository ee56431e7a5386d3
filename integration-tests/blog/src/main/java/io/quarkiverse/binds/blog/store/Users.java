package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.blog.model.User;
import io.quarkiverse.binds.blog.model.UserRepository;
import io.quarkus.panache.common.Sort;

/**
 * Users, in the bind {@code users}. Each method is one transaction on that bind alone: Quarkus allows no second database in a
 * transaction, so who needs both binds calls one method after the other.
 */
@ApplicationScoped
@Transactional
public class Users {

    /** A user as others see it. */
    public record View(Long id, String name, String bio, Instant created) {

        static View of(User user) {
            return new View(user.id, user.name, user.bio, user.created);
        }
    }

    @Inject
    UserRepository repository;

    public View create(String name, String bio) {
        User user = new User();
        user.name = name;
        user.bio = bio;
        user.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store(user);
        return View.of(user);
    }

    public View update(Long id, String name, String bio) {
        User user = require(id);
        user.name = name;
        user.bio = bio;
        store(user);
        return View.of(user);
    }

    public View get(Long id) {
        return View.of(require(id));
    }

    public Page<View> list(Page.Wanted wanted) {
        return Page.of(repository.findAll(Sort.by("name", "id")), wanted, View::of);
    }

    public void delete(Long id) {
        repository.delete(require(id));
    }

    /** The names of users by id; who does not exist is left out. */
    public Map<Long, String> names(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : repository.list("id in ?1", ids).stream().collect(Collectors.toMap(user -> user.id, user -> user.name));
    }

    private User require(Long id) {
        return repository.findByIdOptional(id).orElseThrow(() -> StoreException.notFound("user", id));
    }

    /** The database decides whether a name is taken: to look first would leave a gap between look and insert. */
    private void store(User user) {
        try {
            repository.persistAndFlush(user);
        } catch (ConstraintViolationException e) {
            throw StoreException.conflict("The user name '" + user.name + "' is taken");
        }
    }
}
