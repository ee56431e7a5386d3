package io.quarkiverse.binds.test.dev;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;

/** Code under continuous testing. */
@ApplicationScoped
public class TwigStore {

    private static final String ROUND = "none";

    @Inject
    Db db;

    public void add() {
        Twig twig = new Twig();
        twig.name = ROUND;
        db.add(twig);
        db.commit();
    }
}
