package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.Selection;
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

    /** Lists posts; their tags are read by one statement for the whole page. */
    public Pagination<View> list(PostFilter filter, PostOrder order, PageParams page) {
        return db.paginate(db.query(BlogPost.class,
                "from BlogPost p left join fetch p.tags where " + filter.where() + " order by " + order.hql,
                filter.parameters()),
                page).map(View::of);
    }

    /** Selects all posts of a filter that exist now. */
    public Selection<BlogPost> selection(PostFilter filter) {
        // by time: ids are taken from blocks of a sequence, of which each instance of the application has its own
        return db.selection(BlogPost.class, "from BlogPost p where " + filter.where(), filter.parameters())
                .boundBy("created");
    }

    /** Opens a selection of {@link #selection(PostFilter)}. */
    public Selection<BlogPost> selection(String token, Collection<Long> without) {
        return db.openSelection(BlogPost.class, token).without(without);
    }

    /** Selects single posts; ids without a post make no difference. */
    public Selection<BlogPost> selection(Collection<Long> ids) {
        return db.selection(BlogPost.class, "from BlogPost p where p.id in ?1", ids).boundBy("created");
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

    public Pagination<TagView> tags(PageParams page) {
        return db.paginate(db.session(Tag.class).createSelectionQuery(
                "select t.name as name, (select count(p) from BlogPost p where t member of p.tags) as posts from Tag t"
                        + " order by t.name",
                TagView.class), page);
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
