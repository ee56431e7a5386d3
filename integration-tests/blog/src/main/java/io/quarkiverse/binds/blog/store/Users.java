package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.User;

/** Users, in the bind {@code users}. Each changing method commits when it returns. */
@ApplicationScoped
public class Users {

    /** User as a response shows it. */
    public record View(Long id, String name, String bio, Instant created) {

        static View of(User user) {
            return new View(user.id, user.name, user.bio, user.created);
        }
    }

    @Inject
    Db db;

    public View create(String name, String bio) {
        User user = new User();
        user.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return store(user, name, bio);
    }

    public View update(Long id, String name, String bio) {
        return store(require(id), name, bio);
    }

    public View get(Long id) {
        return View.of(require(id));
    }

    public Pagination<View> list(PageParams page) {
        return db.paginate(db.query(User.class, "order by name, id"), page).map(View::of);
    }

    public void delete(Long id) {
        db.delete(require(id));
        db.commit();
    }

    /** Returns the names of users by id, without missing users. */
    public Map<Long, String> names(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : db.query(User.class, "id in ?1", ids).getResultStream()
                        .collect(Collectors.toMap(user -> user.id, user -> user.name));
    }

    private User require(Long id) {
        return db.getOr404(User.class, id, "There is no user " + id);
    }

    /** Relies on the unique constraint: a query before the insert would leave a gap between the two. */
    private View store(User user, String name, String bio) {
        user.name = name;
        user.bio = bio;
        try {
            db.add(user);
            db.commit();
        } catch (ConstraintViolationException e) {
            throw new ConflictException("The user name '" + name + "' is taken");
        }
        return View.of(user);
    }
}
