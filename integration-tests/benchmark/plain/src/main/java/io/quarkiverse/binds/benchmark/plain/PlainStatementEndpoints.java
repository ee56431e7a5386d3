package io.quarkiverse.binds.benchmark.plain;

import java.util.List;

import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.users.Account;
import io.quarkiverse.binds.benchmark.web.Endpoints;
import io.quarkiverse.binds.benchmark.web.PostAndAccount;
import io.quarkiverse.binds.benchmark.web.PostPage;
import io.quarkiverse.binds.benchmark.web.StatementEndpoints;
import io.quarkus.hibernate.orm.PersistenceUnit;

/** Reads on plain Quarkus without {@code @Transactional}: each query is sent in autocommit mode. */
public class PlainStatementEndpoints implements StatementEndpoints {

    @Inject
    Session blog;

    @Inject
    @PersistenceUnit("users")
    Session users;

    @Override
    public Post read(Long id) {
        return blog.find(Post.class, id);
    }

    @Override
    public List<Post> readTwo(Long id, Long other) {
        return List.of(blog.find(Post.class, id), blog.find(Post.class, other));
    }

    @Override
    public PostAndAccount readFromTwoDatabases(Long id, Long account) {
        return new PostAndAccount(blog.find(Post.class, id), users.find(Account.class, account));
    }

    @Override
    public PostPage page(int page) {
        List<Post> items = blog.createSelectionQuery("from Post order by id", Post.class)
                .setFirstResult(page * Endpoints.PAGE).setMaxResults(Endpoints.PAGE).getResultList();
        return new PostPage(items,
                blog.createSelectionQuery("select count(*) from Post", Long.class).getSingleResult());
    }
}
