package io.quarkiverse.binds.benchmark.plain;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

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

    @Override
    @Transactional
    public void insertMany(long first) {
        for (long id = first; id < first + TAGS; id++) {
            blog.persist(new Tag(id, "tag " + id));
        }
    }
}
