package io.quarkiverse.binds.test.doors;

import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PreUpdate;

import io.quarkiverse.binds.Db;

/** Adds a row to the bind of the entity that caused it. */
public class PongListener {

    @Inject
    Db db;

    @PreUpdate
    void updated(Pong pong) {
        if (pong.plan.equals("back-on-change")) {
            add(pong.name + "-back", "");
        } else if (pong.plan.equals("for-ever")) {
            db.get(Ping.class, pong.partner).amount++;
        }
    }

    @PostPersist
    void after(Pong pong) {
        switch (pong.plan) {
            case "add-and-back" -> add(pong.name + "-back", "");
            default -> {
                // adds a row without effect on other entities
            }
        }
    }

    private void add(String name, String plan) {
        Ping ping = new Ping();
        ping.name = name;
        ping.plan = plan;
        db.add(ping);
    }
}
