package org.acme.blog;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

// tag::resource[]
@Path("/")
public class BlogResource {

    @POST
    @Path("authors")
    @Transactional // <1>
    public Author add(Author author) {
        author.persist();
        return author;
    }

    @POST
    @Path("posts")
    @Transactional
    public BlogPost add(BlogPost post) {
        post.persist();
        return post;
    }

    public record Line(String title, String author) {
    }

    @GET
    @Path("posts")
    public List<Line> posts() { // <2>
        List<BlogPost> posts = BlogPost.listAll();
        return posts.stream().map(post -> new Line(post.title, Author.<Author> findById(post.authorId).name)).toList();
    }
}
// end::resource[]
