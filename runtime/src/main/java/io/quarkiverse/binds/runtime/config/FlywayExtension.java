package io.quarkiverse.binds.runtime.config;

/** Whether the application has the Flyway extension of Quarkus, which applies the scripts of migrations. */
final class FlywayExtension {

    private static final boolean PRESENT = isInClassPath();

    private FlywayExtension() {
    }

    static boolean isPresent() {
        return PRESENT;
    }

    private static boolean isInClassPath() {
        try {
            Class.forName("io.quarkus.flyway.runtime.FlywayBuildTimeConfig", false, FlywayExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
