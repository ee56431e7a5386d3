package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.Comment;
import io.quarkiverse.binds.blog.model.Tag;

/** Posts and their tags, in the default bind. Each changing method commits when it returns. */
@ApplicationScoped
public class Posts {

    /** Post with the id of its author. */
    public record View(Long id, String title, String body, Long authorId, List<String> tags, Instant created, Instant updated) {

        static View of(BlogPost post) {
            return new View(post.id, post.title, post.body, post.authorId,
                    post.tags.stream().map(tag -> tag.name).sorted().toList(), post.created, post.updated);
        }
    }

    /** Tag with its number of posts. */
    public record TagView(String name, long posts) {
    }

    @Inject
    Db db;

    public View create(Long authorId, String title, String body, Collection<String> tags) {
        BlogPost post = new BlogPost();
        post.authorId = authorId;
        post.created = now();
        fill(post, title, body, tags);
        db.add(post);
        db.commit();
        return View.of(post);
    }

    public View update(Long id, String title, String body, Collection<String> tags) {
        BlogPost post = require(id);
        fill(post, title, body, tags);
        db.commit();
        return View.of(post);
    }

    public View get(Long id) {
        return View.of(require(id));
    }

    /**
     * Lists the newest first.
     *
     * @param tag only posts with this tag, or null
     * @param authorId only posts of this user, or null
     */
    public Page<View> list(String tag, Long authorId, Page.Wanted wanted) {
        StringBuilder query = new StringBuilder("from BlogPost p where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (tag != null) {
            parameters.add(tag);
            query.append(" and exists (select 1 from p.tags t where t.name = ?").append(parameters.size()).append(')');
        }
        if (authorId != null) {
            parameters.add(authorId);
            query.append(" and p.authorId = ?").append(parameters.size());
        }
        return Page.of(db.query(BlogPost.class, query + " order by p.id desc", parameters.toArray()), wanted, View::of);
    }

    public void delete(Long id) {
        BlogPost post = require(id);
        Comment.delete("post", post);
        db.delete(post);
        db.commit();
    }

    public View addTag(Long id, String name) {
        BlogPost post = require(id);
        post.tags.add(Tag.named(name));
        db.commit();
        return View.of(post);
    }

    public View removeTag(Long id, String name) {
        BlogPost post = require(id);
        post.tags.remove(db.oneOr404(
                db.query(Tag.class, "select t from BlogPost p join p.tags t where p.id = ?1 and t.name = ?2", id, name),
                "There is no tag '" + name + "' on post " + id));
        db.commit();
        return View.of(post);
    }

    public Page<TagView> tags(Page.Wanted wanted) {
        return Page.of(db.session(Tag.class).createSelectionQuery(
                "select t.name as name, (select count(p) from BlogPost p where t member of p.tags) as posts from Tag t"
                        + " order by t.name",
                TagView.class), wanted, tag -> tag);
    }

    /** Counts the posts and comments of a user. */
    public long writtenBy(Long authorId) {
        return BlogPost.count("authorId", authorId) + Comment.count("authorId", authorId);
    }

    private static void fill(BlogPost post, String title, String body, Collection<String> tags) {
        post.title = title;
        post.body = body;
        post.updated = now();
        post.tags.removeIf(tag -> !tags.contains(tag.name));
        tags.forEach(name -> post.tags.add(Tag.named(name)));
    }

    private BlogPost require(Long id) {
        return db.getOr404(BlogPost.class, id, "There is no post " + id);
    }

    /** Returns the time in the precision of all databases; a rounded value would differ from the stored one. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
