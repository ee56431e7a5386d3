package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
public class Transactions {

    @Transactional
    void add(String text) {
        new Note(text).persist();
    }
}
