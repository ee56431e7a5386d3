package io.quarkiverse.binds.blog.web;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.Article;
import io.quarkiverse.binds.blog.store.Articles;

/** Articles of the blog that the header {@code X-Blog} names; 404 without the header or such a blog. */
@Path("/articles")
public class ArticleResource {

    /** Request body. */
    public record Input(String title, String text) {

        String checkedTitle() {
            return Check.text("title", title, Article.TITLE_LENGTH);
        }

        String checkedText() {
            return Check.text("text", text, Article.TEXT_LENGTH);
        }
    }

    @Inject
    Articles articles;

    @POST
    public RestResponse<Articles.View> create(Input input) {
        Check.body(input);
        Articles.View article = articles.create(input.checkedTitle(), input.checkedText());
        return RestResponse.ResponseBuilder.<Articles.View> created(URI.create("/articles/" + article.id())).entity(article)
                .build();
    }

    @GET
    public Pagination<Articles.View> list(@BeanParam PageParams page) {
        return articles.list(page);
    }

    @GET
    @Path("{id}")
    public Articles.View get(Long id) {
        return articles.get(id);
    }
}
