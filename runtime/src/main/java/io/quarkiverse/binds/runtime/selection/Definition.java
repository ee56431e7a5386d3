package io.quarkiverse.binds.runtime.selection;

import java.util.List;

/**
 * A selection without its bound.
 *
 * @param hql the complete query
 * @param boundBy attribute that bounds the rows; null for the id
 */
record Definition<T>(Class<T> entity, Target target, String hql, List<Parameter> parameters, String boundBy, ChosenIds ids) {

    Definition<T> withIds(ChosenIds others) {
        return new Definition<>(entity, target, hql, parameters, boundBy, others);
    }

    Definition<T> withBoundBy(String attribute) {
        return new Definition<>(entity, target, hql, parameters, attribute, ids);
    }

    /** Writes everything, with the bound: the same bytes for the same selection. */
    void write(ValueWriter out, Object bound) {
        out.text(entity.getName());
        out.text(target.bind());
        out.value(target.key());
        out.text(hql);
        out.number(parameters.size());
        for (Parameter parameter : parameters) {
            out.value(parameter.name());
            out.number(parameter.position());
            out.value(parameter.value());
        }
        out.value(boundBy);
        out.value(bound);
        out.ids(ids.leftOut());
        out.ids(ids.added());
    }
}
