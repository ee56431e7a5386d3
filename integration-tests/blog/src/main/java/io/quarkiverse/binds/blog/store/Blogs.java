package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.Blog;

/** Blogs that are created at run time, each with a database of its own, and the source of their URLs. */
@ApplicationScoped
public class Blogs implements DatabaseSource {

    /**
     * Kinds whose databases are created by a statement of a user with that right; an embedded database is created when it
     * is opened.
     */
    private static final Set<String> MADE_BY_STATEMENT = Set.of("mysql", "mariadb");

    /** Blog as a response shows it. */
    public record View(String name, Instant created) {

        static View of(Blog blog) {
            return new View(blog.name, blog.created);
        }
    }

    @Inject
    Db db;

    @Inject
    Binds binds;

    // qualified: this package has a class of the same simple name
    @Inject
    io.quarkiverse.binds.Databases databases;

    /** URL with the placeholder {@code {database}}. */
    @ConfigProperty(name = "blogs.url")
    Optional<String> url;

    /** @param name lower-case letters and digits, so that it can be part of a statement */
    public View create(String name) {
        if (url.isEmpty()) {
            throw new ConflictException("Where new blogs are to be is not said: set blogs.url");
        }
        if (MADE_BY_STATEMENT.contains(binds.get("blogs").kind())) {
            db.bind(Bind.DEFAULT).sql("create database if not exists " + database(name)).update();
        }
        Blog blog = new Blog();
        blog.name = name;
        blog.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            db.add(blog);
            db.commit();
        } catch (ConstraintViolationException e) {
            throw new ConflictException("There is a blog '" + name + "' already");
        }
        databases.get(name); // opens it, which creates its tables
        return View.of(blog);
    }

    public Pagination<View> list(PageParams page) {
        return db.paginate(db.query(Blog.class, "order by name"), page).map(View::of);
    }

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        Blog blog = db.call(() -> db.get(Blog.class, key));
        return blog == null ? Optional.empty()
                : url.map(template -> DatabaseAddress.of(template.replace("{database}", database(key))));
    }

    private static String database(String name) {
        return "blog_" + name;
    }
}
