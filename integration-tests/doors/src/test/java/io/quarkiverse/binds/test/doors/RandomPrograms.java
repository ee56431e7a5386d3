package io.quarkiverse.binds.test.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;

/** Random programs of 3 to 12 steps; the same seed gives the same program. */
final class RandomPrograms {

    private static final List<String> WAYS = List.of("REQUIRED", "REQUIRED", "REQUIRED", "MANDATORY", "SUPPORTS",
            "UNIT_OF_WORK", "REQUIRES_NEW", "REQUIRES_NEW", "USER_TRANSACTION", "QUARKUS_BEGIN", "QUARKUS_JOINING",
            "QUARKUS_NEW", "NOT_SUPPORTED", "NEVER", "SESSION_TRANSACTION", "FACTORY_TRANSACTION");
    private static final List<String> TENANTS = List.of("k0", "k1", "k2", "k3");
    private static final int DEEPEST = 4;

    private final Random random;
    private final List<Step> added = new ArrayList<>();
    private int left;

    private RandomPrograms(long seed) {
        random = new Random(seed);
        random.nextInt(); // skips the first values, which are similar for neighbouring seeds
        left = 3 + random.nextInt(10);
    }

    /** Returns the first program of this seed with a determined outcome. */
    static Program of(long seed) {
        for (long attempt = 0;; attempt++) {
            Program program = new RandomPrograms(seed * 1_000 + attempt).program();
            try {
                Oracle.of(program);
                return program;
            } catch (Oracle.Undetermined e) {
                // tries the next program
            }
        }
    }

    private Program program() {
        Place place = pick(Programs.QUICK_PLACES);
        List<Step> steps = new ArrayList<>();
        List<Step> own = new ArrayList<>();
        while (left > 0) {
            steps(steps, own, 0);
        }
        if (random.nextInt(2) == 0) {
            steps.set(steps.size() - 1, Programs.step(Op.COMMIT));
        }
        return new Program(place, false, steps);
    }

    /** @param own rows added by the surrounding transaction or unit of work, which it may change without waiting for another */
    private List<Step> within(List<Step> own, int depth) {
        List<Step> steps = new ArrayList<>();
        int end = Math.max(0, left - 1 - random.nextInt(5));
        while (left > end) {
            steps(steps, own, depth);
        }
        return steps;
    }

    private void steps(List<Step> steps, List<Step> own, int depth) {
        left--;
        int kind = random.nextInt(100);
        if (kind < 26) {
            steps.add(add(own));
        } else if (kind < 32) {
            steps.add(ofOwn(Op.CHANGE, own));
        } else if (kind < 36) {
            steps.add(ofOwn(Op.DELETE, own));
        } else if (kind < 40) {
            steps.add(ofOwn(Op.UPDATE, own));
        } else if (kind < 49) {
            steps.add(read());
        } else if (kind < 52) {
            steps.add(Programs.step(Op.FLUSH));
        } else if (kind < 64) {
            steps.add(orCaught(Programs.step(Op.COMMIT), 4));
        } else if (kind < 69) {
            steps.add(Programs.step(Op.ROLLBACK));
        } else if (kind < 73) {
            steps.add(Programs.step(Op.FAIL));
        } else if (kind < 76) {
            kill(steps);
        } else if (depth >= DEEPEST || left == 0) {
            steps.add(add(own));
        } else if (kind < 81) {
            steps.add(orCaught(Programs.run(array(within(new ArrayList<>(), depth + 1))), 2));
        } else if (kind < 86) {
            steps.add(orCaught(Programs.tenant(pick(TENANTS), array(within(new ArrayList<>(), depth + 1))), 2));
        } else {
            steps.add(orCaught(method(own, depth + 1), 2));
        }
    }

    private Step add(List<Step> own) {
        Step add = Programs.add(pick(List.of(Door.values())), pick(List.of(Where.values())), Integer.toString(added.size()));
        own.add(add);
        added.add(add);
        return add;
    }

    private Step ofOwn(Op op, List<Step> own) {
        if (own.isEmpty()) {
            return add(own);
        }
        Step add = pick(own);
        return Programs.on(op, add.where(), add.row());
    }

    private Step read() {
        if (added.isEmpty()) {
            return Programs.read(pick(List.of(Door.values())), pick(List.of(Where.values())));
        }
        Step add = pick(added);
        return new Step(Op.READ, pick(List.of(Door.values())).name(), add.where(), add.row(), null);
    }

    /** Adds a kill and a use of the connection, which makes the loss certain. */
    private void kill(List<Step> steps) {
        Where where = pick(List.of(Where.values()));
        List<Step> kill = List.of(Programs.on(Op.KILL, where, null), Programs.read(pick(List.of(Door.values())), where));
        left--;
        if (random.nextInt(3) == 0) {
            steps.addAll(kill);
        } else {
            steps.add(Programs.caught(array(kill)));
        }
    }

    private Step method(List<Step> own, int depth) {
        String way = pick(WAYS);
        boolean shares = List.of("REQUIRED", "MANDATORY", "SUPPORTS", "UNIT_OF_WORK", "SESSION_TRANSACTION",
                "FACTORY_TRANSACTION").contains(way);
        List<Step> within = within(shares ? own : new ArrayList<>(), depth);
        if (random.nextInt(4) == 0) {
            within.add(Programs.step(Op.FAIL));
        }
        return new Step(Op.METHOD, way, pick(List.of(Where.values())), null, within);
    }

    private Step orCaught(Step step, int of) {
        return random.nextInt(of) == 0 ? Programs.caught(step) : step;
    }

    private static Step[] array(List<Step> steps) {
        return steps.toArray(Step[]::new);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
