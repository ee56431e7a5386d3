package io.quarkiverse.binds.runtime.selection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.generator.Generator;
import org.hibernate.id.IncrementGenerator;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.persister.entity.EntityPersister;
import org.jboss.logging.Logger;

/**
 * Finds the attribute that tells rows of a selection from those that are inserted later: the id where it increases, or the
 * attribute that the application names. Thread-safe.
 */
final class BoundAttribute {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * @param boundBy attribute named by the application; null for the id
     * @throws IllegalStateException if the ids do not increase
     * @throws IllegalArgumentException if the named attribute is no bound
     */
    String of(EntityKey key, String boundBy) {
        if (boundBy == null) {
            requireIncreasing(key);
            return key.attribute();
        }
        if (!boundBy.equals(key.attribute())) {
            requireBound(key, boundBy);
        } else if (!key.isWholeNumber()) {
            throw new IllegalArgumentException("The id '" + boundBy + "' of " + key.entity().getName()
                    + " cannot bound a selection, because it is no number: name a time or a number, as in boundBy(\"created\")");
        }
        return boundBy;
    }

    private static void requireBound(EntityKey key, String boundBy) {
        EntityPersister persister = key.persister();
        String[] names = persister.getPropertyNames();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(boundBy)) {
                Class<?> type = persister.getPropertyTypes()[i].getReturnedClass();
                if (!ValueType.isBound(type)) {
                    throw new IllegalArgumentException("The attribute '" + boundBy + "' of " + key.entity().getName()
                            + " cannot bound a selection, because it is of " + type.getName()
                            + ": name a number, or a LocalDate, LocalDateTime, Instant or OffsetDateTime");
                }
                if (persister.getPropertyNullability()[i]) {
                    throw new IllegalArgumentException("The attribute '" + boundBy + "' of " + key.entity().getName()
                            + " cannot bound a selection, because it can be null, and rows without a value would be missing:"
                            + " declare it with @Column(nullable = false)");
                }
                return;
            }
        }
        throw new IllegalArgumentException("There is no attribute '" + boundBy + "' of " + key.entity().getName()
                + " to bound a selection. Its attributes are: " + String.join(", ", names));
    }

    private void requireIncreasing(EntityKey key) {
        Generator generator = key.persister().getGenerator();
        if (key.isWholeNumber()) {
            if (key.persister().isIdentifierAssignedByInsert() || generator instanceof IncrementGenerator) {
                return;
            }
            Optimizer optimizer = generator instanceof SequenceStyleGenerator sequence ? sequence.getOptimizer()
                    : generator instanceof TableGenerator table ? table.getOptimizer() : null;
            if (optimizer != null && optimizer.getIncrementSize() > 0) {
                if (optimizer.getIncrementSize() > 1) {
                    warnOfBlocks(key, optimizer.getIncrementSize());
                }
                return;
            }
        }
        throw new IllegalStateException("A selection of " + key.entity().getName()
                + " is not bounded: its ids (" + key.type().getSimpleName() + ", " + generator.getClass().getSimpleName()
                + ") are not known to increase, so that rows inserted later could not be told from its own. Name an attribute"
                + " that increases, as in selection.boundBy(\"created\")"
                + (key.isWholeNumber()
                        ? ", or boundBy(\"" + key.attribute() + "\") if the application assigns increasing ids"
                        : ""));
    }

    private void warnOfBlocks(EntityKey key, int size) {
        if (warned.add(key.entity().getName())) {
            LOG.warnf("Each instance of the application takes the ids of %1$s in blocks of %2$d. With several instances, a row"
                    + " inserted after a selection was made can have a lower id than its last row, and then belongs to it. To"
                    + " exclude it, name a time of creation: selection.boundBy(\"created\"), or set allocationSize=1 in the"
                    + " @SequenceGenerator of the id. With a single instance, say so: selection.boundBy(\"%3$s\")",
                    key.entity().getName(), size, key.attribute());
        }
    }
}
