package io.quarkiverse.binds.runtime.nativeimage;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Defines the classes of this extension again, as in an application with some JDBC drivers. */
final class SingleDriverLoader extends URLClassLoader {

    static final String EXTENSION = "io.quarkiverse.binds.";

    private final Collection<String> absentPackages;
    private final Set<String> defined = new TreeSet<>();

    /**
     * @param extension locations of the classes of this extension
     * @param absentPackages prefixes of the class names of the absent drivers
     */
    SingleDriverLoader(URL[] extension, Collection<String> absentPackages) {
        super(extension, SingleDriverLoader.class.getClassLoader());
        this.absentPackages = absentPackages;
    }

    /** Classes of this extension loaded so far. */
    Set<String> defined() {
        return Set.copyOf(defined);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (absentPackages.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith(EXTENSION)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = findClass(name);
                defined.add(name);
            }
            return loaded;
        }
    }
}
