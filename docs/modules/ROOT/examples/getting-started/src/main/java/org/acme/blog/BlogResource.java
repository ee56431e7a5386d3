package org.acme.blog;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Db;

// tag::resource[]
@Path("/")
public class BlogResource {

    @Inject
    Db db; // <1>

    @POST
    @Path("authors")
    public Author add(Author author) {
        db.add(author);
        db.commit(); // <2>
        return author; // <3>
    }

    @GET
    @Path("authors/{id}")
    public Author author(Long id) {
        return db.getOr404(Author.class, id); // <4>
    }

    @POST
    @Path("posts")
    public BlogPost add(BlogPost post) {
        db.getOr404(Author.class, post.authorId, "There is no such author"); // <5>
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
// end::resource[]
