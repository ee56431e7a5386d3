package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that this project is built with, for generated projects. */
record Versions(String quarkus, String binds, String compilerPlugin, String jarPlugin) {

    /** Reads the resource that Maven has filtered. */
    static Versions ofBuild() {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(versions.getProperty("quarkus"), versions.getProperty("binds"),
                versions.getProperty("compiler-plugin"), versions.getProperty("jar-plugin"));
    }
}
