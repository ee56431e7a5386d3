package io.quarkiverse.binds.benchmark.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.benchmark.blog.Comment;
import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.blog.Tag;
import io.quarkiverse.binds.benchmark.users.Account;
import io.quarkiverse.binds.benchmark.web.Endpoints;
import io.quarkiverse.binds.benchmark.web.PostAndAccount;
import io.quarkiverse.binds.benchmark.web.PostPage;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Endpoints on plain Quarkus: a session for each persistence unit, and {@code @Transactional}. */
public class PlainEndpoints implements Endpoints {

    private static final int ROWS = 1000;

    @Inject
    Session blog;

    @Inject
    @PersistenceUnit("users")
    Session users;

    @Override
    @Transactional
    public Post read(Long id) {
        return blog.find(Post.class, id);
    }

    @Override
    @Transactional
    public List<Post> readTwo(Long id, Long other) {
        return List.of(blog.find(Post.class, id), blog.find(Post.class, other));
    }

    /** Uses two transactions, since Quarkus allows one ordinary datasource in a transaction, even for reads. */
    @Override
    public PostAndAccount readFromTwoDatabases(Long id, Long account) {
        Post post = QuarkusTransaction.requiringNew().call(() -> blog.find(Post.class, id));
        return new PostAndAccount(post, QuarkusTransaction.requiringNew().call(() -> users.find(Account.class, account)));
    }

    @Override
    @Transactional
    public PostPage page(int page) {
        List<Post> items = blog.createSelectionQuery("from Post order by id", Post.class)
                .setFirstResult(page * PAGE).setMaxResults(PAGE).getResultList();
        return new PostPage(items,
                blog.createSelectionQuery("select count(*) from Post", Long.class).getSingleResult());
    }

    /** One row more than the page has tells whether there is a page behind it. */
    @Override
    @Transactional
    public List<Post> firstTwoPages() {
        List<Post> first = blog.createSelectionQuery("from Post order by id", Post.class).setMaxResults(PAGE + 1)
                .getResultList();
        List<Post> items = new ArrayList<>(first.subList(0, PAGE));
        items.addAll(blog.createSelectionQuery("from Post where id > ?1 order by id", Post.class)
                .setParameter(1, items.get(PAGE - 1).id).setMaxResults(PAGE + 1).getResultList().subList(0, PAGE));
        return items;
    }

    @Override
    public long updateAll(Long id) {
        return inParts(id, "select id from Post where id > ?1 and id <= ?2 order by id",
                "update Post set title = concat('seen ', id) where id in ?1");
    }

    @Override
    public long updateReadings() {
        return inParts(Long.MAX_VALUE, "select id from Reading where id > ?1 and id <= ?2 order by id",
                "update Reading set seen = seen + 1 where id in ?1");
    }

    /** In transactions of 1,000 rows, in the order of their ids. */
    private long inParts(Long last, String ids, String update) {
        long updated = 0;
        AtomicLong after = new AtomicLong();
        int rows;
        do {
            rows = QuarkusTransaction.requiringNew().call(() -> {
                List<Long> next = blog.createSelectionQuery(ids, Long.class).setParameter(1, after.get())
                        .setParameter(2, last).setMaxResults(ROWS).getResultList();
                if (next.isEmpty()) {
                    return 0;
                }
                after.set(next.get(next.size() - 1));
                return blog.createMutationQuery(update).setParameterList(1, next).executeUpdate();
            });
            updated += rows;
        } while (rows == ROWS);
        return updated;
    }

    @Override
    @Transactional
    public Post update(Long id, Post changed) {
        Post post = blog.find(Post.class, id);
        post.title = changed.title;
        return post;
    }

    @Override
    @Transactional
    public Comment insert(Comment comment) {
        blog.persist(comment);
        return comment;
    }

    /** Inserts first, and reads in another transaction if the key exists. */
    @Override
    public Tag getOrCreate(Long id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Tag tag = new Tag(id, "tag " + id);
                blog.persist(tag);
                blog.flush();
                return tag;
            });
        } catch (ConstraintViolationException e) {
            return QuarkusTransaction.requiringNew().call(() -> blog.find(Tag.class, id));
        }
    }

    @Override
    @Transactional
    public void insertMany(long first) {
        for (long id = first; id < first + TAGS; id++) {
            blog.persist(new Tag(id, "tag " + id));
        }
    }
}
