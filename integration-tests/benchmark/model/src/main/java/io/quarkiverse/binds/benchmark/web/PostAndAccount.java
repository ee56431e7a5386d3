package io.quarkiverse.binds.benchmark.web;

import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.users.Account;

public record PostAndAccount(Post post, Account account) {
}
