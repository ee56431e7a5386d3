package io.quarkiverse.binds.runtime.config;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.annotation.Priority;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Makes Quarkus see the datasources and persistence units of the binds: values that {@link Derivations} derives for keys of
 * {@code quarkus.datasource} and {@code quarkus.hibernate-orm} that the user did not set. It runs wherever there is
 * configuration: at build, at static init and at run time.
 * <p>
 * It also makes {@code users} and {@code "users"} one name, in {@code quarkus.binds} and in Quarkus's own keys: of two values
 * the one of the higher source counts, and each key is listed in one spelling, because a configuration mapping that finds both
 * reads one and overlooks the other.
 */
// outside of profiles (200), expressions (300) and fallbacks (600), so that what it sees is what an application would get
@Priority(Priorities.LIBRARY + 700)
public final class BindsConfigInterceptor implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    private static final String STAR_OF_A_PATH = BindKey.PREFIX + BindNames.ALL + ".";

    private transient volatile Names names;

    /** The names of one chain of sources. A configuration builds more than one chain while it starts. */
    private record Names(ConfigSourceInterceptorContext context, BindsModel model) {
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (name.startsWith(BindKey.PREFIX)) {
            BindKey key = BindKey.parse(name);
            return key == null ? context.proceed(name) : bindValue(context, name, key);
        }
        if (!name.startsWith(QuarkusKey.DATASOURCE) && !name.startsWith(QuarkusKey.HIBERNATE)) {
            return context.proceed(name);
        }
        BindsModel model = model(context);
        if (model.binds().isEmpty()) {
            return context.proceed(name);
        }
        if (name.equals(Derivations.BLOCKING)) {
            ConfigValue set = context.proceed(name);
            return Derived.isSetByUser(set) ? set : Derived.value(name, "false", null);
        }
        QuarkusKey key = QuarkusKey.parse(name, model.named());
        return key == null ? context.proceed(name) : quarkusValue(context, model, name, key);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        BindsModel model = model(context);
        if (model.binds().isEmpty()) {
            return context.iterateNames();
        }
        Set<String> result = new LinkedHashSet<>();
        context.iterateNames().forEachRemaining(name -> result.add(model.normalize(name)));
        result.addAll(model.derivableNames());
        BindValues values = values(context, model);
        for (String bind : model.binds()) {
            values.driverDefaults(bind).forEach(property -> result
                    .add(QuarkusKey.datasource(bind, Derivations.DRIVER_PROPERTIES + property).property()));
        }
        return result.iterator();
    }

    private BindsModel model(ConfigSourceInterceptorContext context) {
        Names current = names;
        if (current == null || current.context() != context) {
            current = new Names(context, BindsModel.of(context.iterateNames()));
            names = current;
        }
        return current.model();
    }

    private static ConfigValue bindValue(ConfigSourceInterceptorContext context, String name, BindKey key) {
        // without quotes the star is the path of a mapping, whose value the build would record for every name
        if (BindNames.isDefault(key.bind()) || name.startsWith(STAR_OF_A_PATH)) {
            return context.proceed(name);
        }
        String below = "." + key.key();
        return higher(name, context.proceed(BindKey.PREFIX + DottedName.quote(key.bind()) + below),
                context.proceed(BindKey.PREFIX + key.bind() + below));
    }

    private ConfigValue quarkusValue(ConfigSourceInterceptorContext context, BindsModel model, String name, QuarkusKey key) {
        ConfigValue set = proceed(context, name, key);
        if (Derived.isSetByUser(set) || !model.binds().contains(key.bind()) || isLeftToUser(context, key)) {
            return set;
        }
        ConfigValue derived = Derivations.derive(values(context, model), key);
        return derived == null ? set : derived.withName(name);
    }

    private static ConfigValue proceed(ConfigSourceInterceptorContext context, String name, QuarkusKey key) {
        String unquoted = key.unquotedProperty();
        return unquoted == null ? context.proceed(name)
                : higher(name, context.proceed(key.property()), context.proceed(unquoted));
    }

    /** Keys that do not follow from a bind because the user set another key of Quarkus that decides the same. */
    private static boolean isLeftToUser(ConfigSourceInterceptorContext context, QuarkusKey key) {
        if (key.root().equals(QuarkusKey.HIBERNATE) && key.key().equals(Derivations.SCHEMA)) {
            QuarkusKey old = QuarkusKey.hibernate(key.bind(), Derivations.OLD_SCHEMA);
            return Derived.isSetByUser(proceed(context, old.property(), old));
        }
        if (key.root().equals(QuarkusKey.DATASOURCE) && key.key().equals(Derivations.DRIVER)) {
            QuarkusKey transactions = QuarkusKey.datasource(key.bind(), Derivations.TRANSACTIONS);
            ConfigValue set = proceed(context, transactions.property(), transactions);
            return set != null && "xa".equalsIgnoreCase(set.getValue());
        }
        return false;
    }

    private static BindValues values(ConfigSourceInterceptorContext context, BindsModel model) {
        return new BindValues(name -> {
            BindKey bind = BindKey.parse(name);
            if (bind != null) {
                return bindValue(context, name, bind);
            }
            QuarkusKey key = QuarkusKey.parse(name, model.named());
            return key == null ? context.proceed(name) : proceed(context, name, key);
        });
    }

    private static ConfigValue higher(String name, ConfigValue a, ConfigValue b) {
        if (a == null || b == null) {
            ConfigValue one = a == null ? b : a;
            return one == null ? null : one.withName(name);
        }
        return (b.getConfigSourceOrdinal() > a.getConfigSourceOrdinal() ? b : a).withName(name);
    }
}
