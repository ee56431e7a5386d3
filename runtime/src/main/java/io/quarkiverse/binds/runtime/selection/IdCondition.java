package io.quarkiverse.binds.runtime.selection;

import java.util.List;

import org.hibernate.query.CommonQueryContract;

/**
 * The condition that a row is one of a chunk. Ids without a gap are a range: hundreds of parameters cost more than the rest of
 * the statement, in the application and at the server.
 *
 * @param ids in increasing order
 */
record IdCondition(List<Object> ids, boolean isRange) {

    static IdCondition of(List<Object> ids) {
        return new IdCondition(ids, ids.size() > 2 && isWithoutGap(ids));
    }

    private static boolean isWithoutGap(List<Object> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (!(ids.get(i - 1) instanceof Number before) || before.longValue() == Long.MAX_VALUE
                    || before.longValue() + 1 != ((Number) ids.get(i)).longValue()) {
                return false;
            }
        }
        return true;
    }

    /** The text after the attribute, with parameters from a position on. */
    String text(int position) {
        return isRange ? "between ?" + position + " and ?" + (position + 1) : "in ?" + position;
    }

    <Q extends CommonQueryContract> Q set(Q query, int position) {
        if (isRange) {
            query.setParameter(position, ids.get(0)).setParameter(position + 1, ids.get(ids.size() - 1));
        } else {
            query.setParameterList(position, ids);
        }
        return query;
    }
}
