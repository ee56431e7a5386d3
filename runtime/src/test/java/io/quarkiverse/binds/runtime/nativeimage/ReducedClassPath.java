package io.quarkiverse.binds.runtime.nativeimage;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Defines the classes of this extension again, as in an application without some artifacts. */
final class ReducedClassPath extends URLClassLoader {

    private final Collection<String> absentArtifacts;
    private final Set<String> defined = new TreeSet<>();

    /**
     * @param extension locations of the classes of this extension
     * @param absentArtifacts ids of the absent artifacts
     */
    ReducedClassPath(URL[] extension, Collection<String> absentArtifacts) {
        super(extension, ReducedClassPath.class.getClassLoader());
        this.absentArtifacts = absentArtifacts;
    }

    /** Classes of this extension loaded so far. */
    Set<String> defined() {
        return Set.copyOf(defined);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith(SingleDriverLoader.EXTENSION)) {
                loaded = findClass(name);
                defined.add(name);
            }
            if (loaded != null) {
                return loaded;
            }
        }
        if (!name.startsWith("java.")) {
            URL file = getParent().getResource(name.replace('.', '/') + ".class");
            if (file != null && ClassPathArtifacts.artifact(file).filter(absentArtifacts::contains).isPresent()) {
                throw new ClassNotFoundException(name);
            }
        }
        return super.loadClass(name, resolve);
    }
}
