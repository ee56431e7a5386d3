package io.quarkiverse.binds.test.doors;

import jakarta.inject.Inject;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

import io.quarkiverse.binds.Db;

/**
 * Adds a row to another bind, changes or reads an entity there, or triggers further changes without end, as the entity's
 * plan says.
 */
public class PingListener {

    @Inject
    Db db;

    @PrePersist
    void before(Ping ping) {
        switch (ping.plan) {
            case "add", "add-and-back" -> db.add(pong(ping));
            case "change" -> db.query(Pong.class, "name = ?1", "changed-" + ping.name).getSingleResult().amount = 7;
            case "read" -> ping.amount = (int) (long) db.query(Pong.class, "amount = ?1", 0).getResultCount();
            default -> {
                // adds a row without effect on other entities
            }
        }
    }

    @PreUpdate
    void update(Ping ping) {
        if (ping.plan.equals("for-ever")) {
            db.get(Pong.class, ping.partner).amount++;
        }
    }

    private static Pong pong(Ping ping) {
        Pong pong = new Pong();
        pong.name = ping.name;
        pong.plan = ping.plan;
        return pong;
    }
}
