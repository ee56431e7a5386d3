package io.quarkiverse.binds.test.doors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;

/**
 * Reference model of units of work and transactions: computes the rows that a program leaves, whether it fails, and the
 * rows that each read sees. All participants of a unit of work share its transaction; successful parts have happened,
 * failed parts have not.
 */
final class Oracle {

    /** Failure of the program at this step. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean intended;
        private final boolean checked;

        Failure(boolean intended) {
            this(intended, false);
        }

        Failure(boolean intended, boolean checked) {
            super(null, null, false, false);
            this.intended = intended;
            this.checked = checked;
        }

        /** Copy as wrapped by Quarkus if it is a checked exception. */
        Failure unchecked() {
            return new Failure(intended);
        }
    }

    /** Outcome that depends on Hibernate, on locks of the server or on chance, so that the program proves nothing. */
    static final class Undetermined extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undetermined(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Ways in which a program ends. */
    enum End {
        OK,
        /** Ends with the exception of a step that must fail. */
        INTENDED,
        FAILED
    }

    /**
     * @param rows amounts of the stored rows, by database and name
     * @param seen visibility of the row for each read that has a determined one
     */
    record Outcome(End end, Map<String, Integer> rows, Map<Step, Boolean> seen) {
    }

    private final Map<String, Integer> stored = new HashMap<>();
    private final Map<Step, Boolean> seen = new IdentityHashMap<>();
    private final Set<String> nativelyUpdated = new HashSet<>();

    static Outcome of(Program program) {
        Oracle oracle = new Oracle();
        End end = End.OK;
        try {
            String tenant = program.place() == Place.DATABASES_RUN ? "k1" : "k0";
            oracle.run(ModelScope.ofUnitOfWork(oracle.stored, tenant), program.steps());
        } catch (Failure e) {
            end = e.intended ? End.INTENDED : End.FAILED;
        }
        return new Outcome(end, oracle.stored, oracle.seen);
    }

    private void run(ModelScope scope, List<Step> steps) {
        steps.forEach(step -> run(scope, step));
    }

    private void run(ModelScope scope, Step step) {
        switch (step.op()) {
            case READ -> read(scope, step);
            case ADD -> add(scope, step);
            case CHANGE, DELETE, UPDATE -> change(scope, step);
            case FLUSH -> flush(scope);
            case COMMIT -> unitOfWorkToEnd(scope).commit();
            case ROLLBACK -> unitOfWorkToEnd(scope).rollback();
            case FAIL -> throw new Failure(true);
            case KILL -> scope.requiredTransaction().kill(scope.database(step.where()));
            case RUN -> run(ModelScope.ofUnitOfWork(stored, scope.tenant()), step.steps());
            case TENANT -> run(ModelScope.ofUnitOfWork(stored, step.row()), step.steps());
            case METHOD -> method(scope, step);
            case CATCH -> runAndCatch(scope, step.steps());
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private void runAndCatch(ModelScope scope, List<Step> steps) {
        try {
            run(scope, steps);
        } catch (Failure e) {
            // a caught failure: the next step continues
        }
    }

    private void read(ModelScope scope, Step step) {
        Door door = Door.valueOf(step.door());
        Boolean expected;
        if (scope.transaction() != null) {
            expected = scope.transaction().read(scope.database(step.where()), scope.key(step));
        } else if (door == Door.DB || door == Door.SQL) {
            throw new Failure(false);
        } else {
            expected = stored.containsKey(scope.key(step));
        }
        if (step.row() != null && expected != null) {
            seen.put(step, expected);
        }
    }

    private void add(ModelScope scope, Step step) {
        if (scope.transaction() == null && step.door().equals(Door.DATASOURCE.name())) {
            stored.put(scope.key(step), 0);
        } else {
            scope.requiredTransaction().add(scope.database(step.where()), scope.key(step));
        }
    }

    private void change(ModelScope scope, Step step) {
        ModelTransaction transaction = scope.requiredTransaction();
        String database = scope.database(step.where());
        String key = scope.key(step);
        switch (step.op()) {
            case CHANGE -> transaction.change(database, key);
            case DELETE -> transaction.delete(database, key);
            default -> {
                transaction.nativeUpdate(database, key);
                nativelyUpdated.add(key);
                return;
            }
        }
        if (nativelyUpdated.contains(key)) {
            throw new Undetermined("A managed entity knows nothing of a native update");
        }
    }

    private static void flush(ModelScope scope) {
        if (scope.transaction() == null) {
            throw new Failure(false);
        }
        scope.transaction().flush();
    }

    private static ModelScope.ModelUnitOfWork unitOfWorkToEnd(ModelScope scope) {
        if (scope.unitOfWork() == null) {
            throw new Failure(false);
        }
        return scope.unitOfWork();
    }

    private void method(ModelScope scope, Step step) {
        List<Step> steps = step.steps();
        switch (step.door()) {
            case "REQUIRED" -> required(scope, steps);
            case "REQUIRES_NEW" -> requiresNew(scope, steps);
            case "MANDATORY" -> {
                refuseIf(scope.transaction() == null);
                part(scope, steps);
            }
            case "SUPPORTS" -> part(scope, steps);
            case "UNIT_OF_WORK" -> unitOfWork(scope, steps);
            case "NOT_SUPPORTED" -> notSupported(scope, steps);
            case "NEVER" -> {
                refuseIf(scope.isTransactional());
                run(scope.other(null), steps);
            }
            case "QUARKUS_NEW" -> byQuarkus(scope, steps);
            case "QUARKUS_JOINING" -> {
                if (scope.isTransactional()) {
                    joiningQuarkus(scope, steps);
                } else {
                    byQuarkus(scope, steps);
                }
            }
            case "USER_TRANSACTION", "QUARKUS_BEGIN" -> {
                if (scope.isTransactional()) {
                    throw new Failure(false, step.door().equals("USER_TRANSACTION"));
                }
                byHand(scope, steps);
            }
            case "SESSION_TRANSACTION" -> byHibernate(scope, steps);
            case "FACTORY_TRANSACTION" -> {
                try {
                    byHibernate(scope, steps);
                } catch (Failure e) {
                    throw e.unchecked();
                }
            }
            default -> throw new IllegalArgumentException(step.door());
        }
    }

    private static void refuseIf(boolean wrong) {
        if (wrong) {
            throw new Failure(false);
        }
    }

    /** Joins the transaction; the outermost method of a unit of work commits it. */
    private void required(ModelScope scope, List<Step> steps) {
        ModelScope.ModelUnitOfWork unitOfWork = scope.unitOfWork();
        if (unitOfWork == null) {
            if (scope.otherTransaction() == null) {
                requiresNew(scope, steps);
            } else {
                part(scope, steps);
            }
            return;
        }
        unitOfWork.enter();
        try {
            run(scope, steps);
        } catch (Failure e) {
            unitOfWork.exit();
            unitOfWork.fail();
            throw e;
        }
        if (unitOfWork.exit()) {
            if (unitOfWork.hasFailed()) {
                unitOfWork.fail();
            }
            unitOfWork.commit();
        }
    }

    private void requiresNew(ModelScope scope, List<Step> steps) {
        ModelTransaction own = new ModelTransaction(stored);
        try {
            run(scope.other(own), steps);
        } catch (Failure e) {
            if (e.checked && !own.isMarked()) {
                own.commit(); // the rule of Jakarta Transactions, unlike that of a unit of work
            }
            throw e;
        }
        own.commit();
    }

    /** Runs steps whose failure fails the surrounding unit of work or transaction. */
    private void part(ModelScope scope, List<Step> steps) {
        try {
            run(scope, steps);
        } catch (Failure e) {
            if (scope.unitOfWork() != null) {
                scope.unitOfWork().fail();
            } else if (scope.otherTransaction() != null && !e.checked) {
                scope.otherTransaction().mark();
            }
            throw e;
        }
    }

    private void unitOfWork(ModelScope scope, List<Step> steps) {
        if (scope.transaction() == null) {
            run(ModelScope.ofUnitOfWork(stored, scope.tenant()), steps);
            return;
        }
        try {
            part(scope, steps);
        } catch (Failure e) {
            if (scope.otherTransaction() != null) {
                scope.otherTransaction().mark(); // any exception
            }
            throw e;
        }
    }

    private void notSupported(ModelScope scope, List<Step> steps) {
        run(scope.other(null), steps);
    }

    private void byHand(ModelScope scope, List<Step> steps) {
        ModelTransaction own = new ModelTransaction(stored);
        run(scope.begunByHand(own), steps);
        own.commit();
    }

    private void byQuarkus(ModelScope scope, List<Step> steps) {
        try {
            byHand(scope, steps);
        } catch (Failure e) {
            throw e.unchecked();
        }
    }

    private void joiningQuarkus(ModelScope scope, List<Step> steps) {
        try {
            marking(scope, steps);
        } catch (Failure e) {
            if (scope.unitOfWork() != null) {
                scope.unitOfWork().fail();
            }
            throw e.unchecked();
        }
    }

    /** Runs steps whose failure marks the joined transaction, of either kind, for rollback. */
    private void marking(ModelScope scope, List<Step> steps) {
        try {
            run(scope, steps);
        } catch (Failure e) {
            scope.transaction().mark();
            throw e;
        }
    }

    /** Commits and rolls back the unit of work by Hibernate's transaction, unless a method or another transaction decides. */
    private void byHibernate(ModelScope scope, List<Step> steps) {
        if (scope.byHibernate() || scope.transaction() == null) {
            throw new Undetermined("Hibernate begins no transaction within another, or without one of JTA");
        }
        ModelScope within = scope.begunByHibernate();
        if (scope.isTransactional()) {
            marking(within, steps);
            return;
        }
        try {
            run(within, steps);
        } catch (Failure e) {
            scope.unitOfWork().rollback();
            throw e;
        }
        try {
            scope.unitOfWork().commit();
        } catch (Failure e) {
            scope.unitOfWork().rollback(); // a refused commit of Hibernate rolls back
            throw e;
        }
    }
}
