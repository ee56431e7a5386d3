package io.quarkiverse.binds.deployment;

import java.util.LinkedHashSet;
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
import org.jboss.jandex.TypeVariable;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.deployment.util.JandexUtil;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Rejects associations and entity inheritance across binds, since no database can join their tables. */
final class CrossBindAssociationCheck {

    private static final List<DotName> ASSOCIATIONS = List.of(
            DotName.createSimple("jakarta.persistence.ManyToOne"),
            DotName.createSimple("jakarta.persistence.OneToOne"),
            DotName.createSimple("jakarta.persistence.OneToMany"),
            DotName.createSimple("jakarta.persistence.ManyToMany"),
            // a map may have entities as keys
            DotName.createSimple("jakarta.persistence.ElementCollection"));

    private final IndexView index;
    private final Map<String, String> binds;

    /**
     * @param binds the bind of each entity
     */
    CrossBindAssociationCheck(IndexView index, Map<String, String> binds) {
        this.index = index;
        this.binds = binds;
    }

    /**
     * @param classes the mapped classes of a bind: entities, mapped superclasses, embeddables
     * @throws ConfigurationException at the first association with an entity of another bind
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
                    checkTargets(bind, type, annotation, classes);
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

    private void checkTargets(String bind, ClassInfo owner, AnnotationInstance annotation, Set<String> classes) {
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
        Set<DotName> targets = new LinkedHashSet<>();
        collect(type, owner, classes, targets);
        AnnotationValue targetEntity = annotation.value("targetEntity");
        if (targetEntity != null) {
            targets.add(targetEntity.asClass().name());
        }
        for (DotName target : targets) {
            String targetBind = binds.get(target.toString());
            if (targetBind != null && !targetBind.equals(bind)) {
                throw new ConfigurationException(owner.name() + "." + attribute + " (@"
                        + annotation.name().withoutPackagePrefix() + ") leads from " + BindNames.display(bind) + " to entity "
                        + target + " in " + BindNames.display(targetBind)
                        + ": an association cannot cross databases. Keep the id"
                        + " of " + target.withoutPackagePrefix() + " in a plain attribute, or give both the same @Bind");
            }
        }
    }

    /** Collects the type itself; for collections and maps, the types of elements, keys and values. */
    private void collect(Type type, ClassInfo owner, Set<String> classes, Set<DotName> targets) {
        switch (type.kind()) {
            case PARAMETERIZED_TYPE -> type.asParameterizedType().arguments().forEach(t -> collect(t, owner, classes, targets));
            case ARRAY -> collect(type.asArrayType().elementType(), owner, classes, targets);
            case TYPE_VARIABLE -> resolve(type.asTypeVariable(), owner, classes, targets);
            default -> targets.add(type.name());
        }
    }

    /** Looks up the type argument for a variable of a generic superclass in the classes that extend it. */
    private void resolve(TypeVariable variable, ClassInfo owner, Set<String> classes, Set<DotName> targets) {
        int position = owner.typeParameters().stream().map(TypeVariable::identifier).toList().indexOf(variable.identifier());
        for (String name : position < 0 ? Set.<String> of() : classes) {
            DotName child = DotName.createSimple(name);
            if (!child.equals(owner.name()) && extendsClass(child, owner.name())) {
                List<Type> arguments = JandexUtil.resolveTypeParameters(child, owner.name(), index);
                if (position < arguments.size()) {
                    targets.add(arguments.get(position).name());
                }
            }
        }
    }

    private boolean extendsClass(DotName child, DotName parent) {
        for (ClassInfo type = index.getClassByName(child); type != null && type.superName() != null; type = index
                .getClassByName(type.superName())) {
            if (type.superName().equals(parent)) {
                return true;
            }
        }
        return false;
    }
}
