package io.quarkiverse.binds.blog.seed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.Comment;
import io.quarkiverse.binds.blog.model.Tag;
import io.quarkiverse.binds.blog.model.User;
import io.quarkiverse.binds.blog.model.UserRepository;

/**
 * Fills the databases. Each call adds the requested number of posts, each with two tags, and a comment to every second
 * post; the first call creates the authors and tags, later calls reuse them. Each batch is a unit of work of its own,
 * which bounds the memory; a call that fails leaves the batches before.
 */
@ApplicationScoped
public class Seeder {

    static final int USERS = 50;
    static final int BATCH = 1000;
    private static final List<String> TAGS = List.of("java", "quarkus", "mysql", "hibernate", "flask", "python", "testing",
            "news");

    private static final Logger LOG = Logger.getLogger(Seeder.class);

    /** Numbers of added rows. */
    public record Seeded(int users, int posts, int comments, long millis) {
    }

    @Inject
    Db db;

    @Inject
    UserRepository users;

    public Seeded seed(int posts) {
        long start = System.nanoTime();
        List<Long> authors = new ArrayList<>();
        int newUsers = db.call(() -> authors(authors));
        List<Long> tags = db.call(this::tags);
        int comments = 0;
        for (int done = 0; done < posts; done += BATCH) {
            int from = done;
            int to = Math.min(posts, done + BATCH);
            comments += db.call(() -> batch(from, to, authors, tags));
        }
        Seeded seeded = new Seeded(newUsers, posts, comments, (System.nanoTime() - start) / 1_000_000);
        LOG.infof("Seeded %d users, %d posts and %d comments in %d ms", seeded.users(), seeded.posts(), seeded.comments(),
                seeded.millis());
        return seeded;
    }

    private int authors(List<Long> ids) {
        int made = 0;
        for (int i = 1; i <= USERS; i++) {
            String name = "author-" + i;
            User user = users.find("name", name).firstResult();
            if (user == null) {
                user = new User();
                user.name = name;
                user.bio = "Writes what the seed asks for";
                user.created = now();
                users.persist(user);
                made++;
            }
            ids.add(user.id);
        }
        db.commit();
        return made;
    }

    private List<Long> tags() {
        List<Long> ids = TAGS.stream().map(name -> Tag.named(name).id).toList();
        db.commit();
        return ids;
    }

    /** Adds all posts, then all comments: JDBC batches consecutive rows of one table only. */
    private int batch(int from, int to, List<Long> authors, List<Long> tagIds) {
        List<Tag> tags = tagIds.stream().map(id -> db.get(Tag.class, id)).toList();
        Instant now = now();
        List<BlogPost> posts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            BlogPost post = new BlogPost();
            post.title = "Seeded post " + (i + 1);
            post.body = ("What seeded post " + (i + 1) + " has to say. ").repeat(5).strip();
            post.authorId = authors.get(i % authors.size());
            post.created = now;
            post.updated = now;
            post.tags.add(tags.get(i % tags.size()));
            post.tags.add(tags.get((i + 1) % tags.size()));
            posts.add(post);
        }
        db.add(posts.toArray());
        int comments = 0;
        for (int i = 0; i < posts.size(); i += 2) {
            Comment comment = new Comment();
            comment.post = posts.get(i);
            comment.authorId = authors.get((i + 1) % authors.size());
            comment.text = "What I think of it";
            comment.created = now;
            db.add(comment);
            comments++;
        }
        db.commit();
        return comments;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
