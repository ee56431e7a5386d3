package org.acme;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Db;

/** Each request is a unit of work: one session for each bind that it uses, and nothing is stored without a commit. */
@Path("/")
public class BlogResource {

    @Inject
    Db db;

    @POST
    @Path("authors")
    public Author add(Author author) {
        db.add(author);
        db.commit();
        return author;
    }

    @POST
    @Path("posts")
    public BlogPost add(BlogPost post) {
        db.getOr404(Author.class, post.authorId, "There is no such author");
        db.add(post);
        db.commit();
        return post;
    }

    public record Line(String title, String author) {
    }

    @GET
    @Path("posts")
    public List<Line> posts() {
        List<BlogPost> posts = db.query(BlogPost.class, "order by id").getResultList();
        return posts.stream().map(post -> new Line(post.title, db.get(Author.class, post.authorId).name)).toList();
    }
}
