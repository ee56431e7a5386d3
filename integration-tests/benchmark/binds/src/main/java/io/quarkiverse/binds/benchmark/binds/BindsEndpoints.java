package io.quarkiverse.binds.benchmark.binds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.benchmark.blog.Comment;
import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.blog.Reading;
import io.quarkiverse.binds.benchmark.blog.Tag;
import io.quarkiverse.binds.benchmark.users.Account;
import io.quarkiverse.binds.benchmark.web.Endpoints;
import io.quarkiverse.binds.benchmark.web.PostAndAccount;
import io.quarkiverse.binds.benchmark.web.PostPage;

/** Endpoints with binds: the request is the unit of work. */
public class BindsEndpoints implements Endpoints {

    @Inject
    Db db;

    @Override
    public Post read(Long id) {
        return db.get(Post.class, id);
    }

    @Override
    public List<Post> readTwo(Long id, Long other) {
        return List.of(db.get(Post.class, id), db.get(Post.class, other));
    }

    @Override
    public PostAndAccount readFromTwoDatabases(Long id, Long account) {
        return new PostAndAccount(db.get(Post.class, id), db.get(Account.class, account));
    }

    @Override
    public PostPage page(int page) {
        List<Post> items = db.query(Post.class, "order by id")
                .setFirstResult(page * PAGE).setMaxResults(PAGE).getResultList();
        return new PostPage(items,
                db.session().createSelectionQuery("select count(*) from Post", Long.class).getSingleResult());
    }

    @Override
    public List<Post> firstTwoPages() {
        CursorPagination<Post> page = db.paginateByCursor(db.query(Post.class, "order by id"), PageParams.ofSize(PAGE));
        List<Post> items = new ArrayList<>(page.getItems());
        items.addAll(page.next().getItems());
        return items;
    }

    @Override
    public long updateAll(Long id) {
        return db.selection(Post.class, "id <= ?1", id).boundBy("id").update("set title = concat('seen ', id)");
    }

    @Override
    public long updateReadings() {
        return db.selection(Reading.class, "").boundBy("id").update("set seen = seen + 1");
    }

    @Override
    public Post update(Long id, Post changed) {
        Post post = db.get(Post.class, id);
        post.title = changed.title;
        db.commit();
        return post;
    }

    @Override
    public Comment insert(Comment comment) {
        db.add(comment);
        db.commit();
        return comment;
    }

    @Override
    public Tag getOrCreate(Long id) {
        Tag tag = db.getOrCreate(Tag.class, Attributes.of(Map.of("id", id)), made -> made.name = "tag " + id).entity();
        db.commit();
        return tag;
    }

    @Override
    public void insertMany(long first) {
        for (long id = first; id < first + TAGS; id++) {
            db.add(new Tag(id, "tag " + id));
        }
        db.commit();
    }
}
