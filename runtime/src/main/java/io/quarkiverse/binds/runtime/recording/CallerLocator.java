package io.quarkiverse.binds.runtime.recording;

import java.util.Set;

import io.quarkiverse.binds.RecordedQuery;

/**
 * Finds the line of the application that a thread has executed. Immutable.
 * <p>
 * The stack is captured as that of an exception, and its classes and lines are only looked up when they are asked for: on Java
 * 17 that takes a tenth of the time of a {@code StackWalker}, which looks them up at once.
 */
public final class CallerLocator {

    private final Set<String> packages;

    /** @param packages the packages with classes of the application */
    CallerLocator(Set<String> packages) {
        this.packages = packages;
    }

    /** The stack of a thread at some moment. */
    static final class Stack extends Throwable {

        private static final long serialVersionUID = 1L;

        Stack() {
            super(null, null, false, true);
        }
    }

    /** The location as {@code Users.find(Users.java:27)}; unknown if no class of the application is on the stack. */
    String locate(Stack stack) {
        for (StackTraceElement frame : stack.getStackTrace()) {
            if (isOfApplication(frame)) {
                String type = frame.getClassName();
                return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return RecordedQuery.UNKNOWN;
    }

    /** Classes and methods that the build has generated, such as client proxies and the queries of Panache, have no lines. */
    private boolean isOfApplication(StackTraceElement frame) {
        String type = frame.getClassName();
        int end = type.lastIndexOf('.');
        return frame.getLineNumber() > 0 && packages.contains(end < 0 ? "" : type.substring(0, end))
                && !frame.getMethodName().startsWith("$$_hibernate_");
    }
}
