package io.quarkiverse.binds.benchmark.web;

import java.util.List;

import io.quarkiverse.binds.benchmark.blog.Post;

public record PostPage(List<Post> items, long total) {
}
