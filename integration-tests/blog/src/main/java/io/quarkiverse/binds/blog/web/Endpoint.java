package io.quarkiverse.binds.blog.web;

import java.util.List;

/** Row of the page at {@code /}. */
public record Endpoint(String method, String path, String purpose) {

    static final List<Endpoint> ALL = List.of(
            new Endpoint("GET", "/", "this page; JSON for whoever does not ask for HTML"),
            new Endpoint("POST", "/seed?posts=10000", "add posts with comments, and their authors if they are not there yet"),
            new Endpoint("GET", "/users?page=1&per_page=20", "all users, by name"),
            new Endpoint("POST", "/users", "{\"name\", \"bio\"}"),
            new Endpoint("GET", "/users/{id}", "one user"),
            new Endpoint("PUT", "/users/{id}", "{\"name\", \"bio\"}"),
            new Endpoint("DELETE", "/users/{id}", "refused while there are posts or comments of the user"),
            new Endpoint("GET", "/posts?tag=&author=&sort=newest&page=1&per_page=20",
                    "posts; sort: newest, oldest, title, title-desc, updated"),
            new Endpoint("POST", "/posts", "{\"title\", \"body\", \"authorId\", \"tags\": []}"),
            new Endpoint("GET", "/posts/selection?tag=&author=",
                    "all posts that match: a token for /posts/bulk, and their number"),
            new Endpoint("POST", "/posts/bulk",
                    "{\"token\", \"without\": []} or {\"ids\": []}, and {\"action\": \"add-tag\", \"tag\"}; or remove-tag, delete"),
            new Endpoint("GET", "/bulk/{id}", "progress of an action on many posts"),
            new Endpoint("GET", "/posts/{id}", "one post"),
            new Endpoint("PUT", "/posts/{id}", "{\"title\", \"body\", \"tags\": []}"),
            new Endpoint("DELETE", "/posts/{id}", "a post with its comments"),
            new Endpoint("PUT", "/posts/{id}/tags/{tag}", "put a tag on a post"),
            new Endpoint("DELETE", "/posts/{id}/tags/{tag}", "take a tag off a post"),
            new Endpoint("GET", "/posts/{id}/comments?page=1&per_page=20", "the comments of a post"),
            new Endpoint("POST", "/posts/{id}/comments", "{\"authorId\", \"text\"}"),
            new Endpoint("GET", "/comments/{id}", "one comment"),
            new Endpoint("PUT", "/comments/{id}", "{\"text\"}"),
            new Endpoint("DELETE", "/comments/{id}", "one comment"),
            new Endpoint("GET", "/tags?page=1&per_page=20", "all tags, with the number of their posts"),
            new Endpoint("GET", "/blogs?page=1&per_page=20", "the blogs that were made at run time"),
            new Endpoint("POST", "/blogs", "{\"name\"}: one more, with a database of its own"),
            new Endpoint("GET", "/articles?page=1&per_page=20", "articles of the blog that the header X-Blog names"),
            new Endpoint("POST", "/articles", "{\"title\", \"text\"}, into the blog that the header X-Blog names"),
            new Endpoint("GET", "/articles/{id}", "one article of the blog that the header X-Blog names"),
            new Endpoint("GET", "/databases", "the database and the tables behind each bind"),
            new Endpoint("GET", "/q/health/ready", "whether both databases answer"));
}
