package io.quarkiverse.binds.runtime.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.binds.runtime.url.DriverProperties;
import io.smallrye.config.common.utils.StringUtil;

/**
 * The environment variables among the names of a configuration. SmallRye Config lists each variable twice: under its own name
 * and as a property guessed from it, {@code QUARKUS_BINDS_MY_USERS_URL} as {@code quarkus.binds.my.users.url}. If the bind is
 * called {@code my-users}, the guessed property belongs to no bind. Immutable.
 */
final class EnvironmentNames {

    private static final String QUARKUS = "QUARKUS_";
    private static final List<String> ROOTS = List.of(QUARKUS + "BINDS_", QUARKUS + "DATASOURCE_", QUARKUS + "HIBERNATE_ORM_");

    /** Each variable by the form of the properties that it sets. */
    private final Map<String, String> variables = new TreeMap<>();
    /** Each variable by the property that SmallRye Config guesses from it. */
    private final Map<String, String> lookAlikes = new HashMap<>();

    /**
     * @param names of properties and variables; variables have no dot
     */
    EnvironmentNames(Collection<String> names) {
        for (String name : names) {
            if (name.indexOf('.') < 0) {
                String upper = name.toUpperCase(Locale.ROOT);
                int start = upper.indexOf(QUARKUS) < 0 ? -1 : start(upper);
                if (start == 0 || start > 1 && upper.charAt(0) == '_') { // after a profile, as in _PROD_QUARKUS_BINDS_URL
                    variables.put(upper.substring(start), name);
                    lookAlikes.put(StringUtil.toLowerCaseAndDotted(upper.substring(start)), name);
                }
            }
        }
    }

    /** The index of the first root in the name of a variable; -1 if it has none. */
    private static int start(String upper) {
        int first = -1;
        for (String root : ROOTS) {
            int index = upper.indexOf(root);
            if (index >= 0 && (first < 0 || index < first)) {
                first = index;
            }
        }
        return first;
    }

    boolean isEmpty() {
        return variables.isEmpty();
    }

    /** The variable that sets a property; null if none does. */
    String variable(String property) {
        return variables.get(form(property));
    }

    /** The variable that a property was guessed from; null if the property may be written in some source. */
    String lookAlike(String property) {
        String variable = lookAlikes.get(property);
        if (variable != null || variables.isEmpty()) {
            return variable;
        }
        BindKey key = BindKey.parse(property); // SmallRye restores the dashes of known keys
        return key == null || key.key().indexOf('-') < 0 ? null
                : lookAlikes.get(property.substring(0, property.length() - key.key().length()) + key.key().replace('-', '.'));
    }

    /** The keys of binds that the variable of a property may set, however the property was guessed. */
    Set<BindKey> candidates(String property, Collection<String> binds) {
        String form = form(property);
        Set<BindKey> candidates = new TreeSet<>(BindKey.ORDER);
        for (String bind : binds) {
            for (String key : Key.NAMES) {
                BindKey candidate = new BindKey(bind, key);
                if (candidate.spellings().stream().anyMatch(spelling -> form(spelling).equals(form))) {
                    candidates.add(candidate);
                }
            }
            for (String spelling : new BindKey(bind, BindKey.DRIVER_PROPERTIES + ".").spellings()) {
                String start = form(spelling);
                if (form.startsWith(start) && form.length() > start.length()) {
                    // each character of a variable corresponds to one of the property
                    String name = DriverProperties.exact(property.substring(start.length()).replace("\"", ""));
                    candidates.add(BindKey.ofDriver(bind, name));
                }
            }
        }
        return candidates;
    }

    /** The variables, by their upper-case names without a profile. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /**
     * The form of a variable: every character other than a letter or digit becomes an underscore; a quote at the end becomes
     * two.
     */
    static String form(String property) {
        StringBuilder form = new StringBuilder(property.length());
        for (int i = 0; i < property.length(); i++) {
            char c = property.charAt(i);
            form.append(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? Character.toUpperCase(c) : '_');
        }
        return form.append(property.endsWith("\"") ? "_" : "").toString();
    }
}
