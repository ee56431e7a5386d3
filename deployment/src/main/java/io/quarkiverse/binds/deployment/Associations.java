package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses what no database can join: an association or an inheritance of entities that leads from one bind into another. */
final class Associations {

    private static final List<DotName> ASSOCIATIONS = List.of(
            DotName.createSimple("jakarta.persistence.ManyToOne"),
            DotName.createSimple("jakarta.persistence.OneToOne"),
            DotName.createSimple("jakarta.persistence.OneToMany"),
            DotName.createSimple("jakarta.persistence.ManyToMany"));

    private final IndexView index;
    private final Map<String, String> binds;

    /**
     * @param binds the bind of each entity
     */
    Associations(IndexView index, Map<String, String> binds) {
        this.index = index;
        this.binds = binds;
    }

    /**
     * @param classes the mapped classes of a bind: entities, mapped superclasses, embeddables
     * @throws ConfigurationException at the first association that leaves it
     */
    void check(String bind, Set<String> classes) {
        for (String name : classes) {
            ClassInfo type = index.getClassByName(DotName.createSimple(name));
            if (type == null) {
                continue;
            }
            checkParent(bind, type);
            for (DotName association : ASSOCIATIONS) {
                for (AnnotationInstance annotation : type.annotations(association)) {
                    checkTarget(bind, type, annotation);
                }
            }
        }
    }

    private void checkParent(String bind, ClassInfo type) {
        if (!binds.containsKey(type.name().toString())) {
            return;
        }
        for (ClassInfo parent = index.getClassByName(type.superName()); parent != null
                && parent.superName() != null; parent = index.getClassByName(parent.superName())) {
            String parentBind = binds.get(parent.name().toString());
            if (parentBind != null && !parentBind.equals(bind)) {
                throw new ConfigurationException("Entity " + type.name() + " is in " + BindNames.display(bind)
                        + ", but inherits from entity " + parent.name() + " in " + BindNames.display(parentBind)
                        + ": entities that inherit from each other live in one database. Give both the same @Bind, or make "
                        + parent.simpleName() + " a @MappedSuperclass");
            }
        }
    }

    private void checkTarget(String bind, ClassInfo owner, AnnotationInstance annotation) {
        AnnotationTarget member = annotation.target();
        String attribute;
        Type type;
        switch (member.kind()) {
            case FIELD -> {
                attribute = member.asField().name();
                type = member.asField().type();
            }
            case METHOD -> {
                attribute = member.asMethod().name() + "()";
                type = member.asMethod().returnType();
            }
            default -> {
                return;
            }
        }
        AnnotationValue targetEntity = annotation.value("targetEntity");
        DotName target = targetEntity != null ? targetEntity.asClass().name() : element(type).name();
        String targetBind = binds.get(target.toString());
        if (targetBind != null && !targetBind.equals(bind)) {
            throw new ConfigurationException(owner.name() + "." + attribute + " (@" + annotation.name().withoutPackagePrefix()
                    + ") leads from " + BindNames.display(bind) + " to entity " + target + " in "
                    + BindNames.display(targetBind)
                    + ": an association cannot cross databases. Keep the id of " + target.withoutPackagePrefix()
                    + " in a plain attribute, or give both the same @Bind");
        }
    }

    /** The type of one element: of a collection its argument, of a map that of its values. */
    private static Type element(Type type) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            List<Type> arguments = type.asParameterizedType().arguments();
            return arguments.get(arguments.size() - 1);
        }
        return type.kind() == Type.Kind.ARRAY ? type.asArrayType().elementType() : type;
    }
}
