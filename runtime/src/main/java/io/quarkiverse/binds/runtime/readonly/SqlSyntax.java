package io.quarkiverse.binds.runtime.readonly;

/**
 * The lexical rules that differ between servers.
 *
 * @param backslashEscapes whether a backslash in a string escapes the next character
 * @param hashComments whether {@code #} begins a comment, and {@code --} only before white space
 * @param executableComments whether the text of {@code /*!} is executed
 * @param nestedComments whether comments nest
 * @param dollarQuotes whether {@code $tag$} quotes
 * @param slashComments whether {@code //} begins a comment
 */
record SqlSyntax(boolean backslashEscapes, boolean hashComments, boolean executableComments, boolean nestedComments,
        boolean dollarQuotes, boolean slashComments) {

    /** MySQL and MariaDB with their default {@code sql_mode}. */
    static final SqlSyntax MYSQL = new SqlSyntax(true, true, true, false, false, false);

    /** PostgreSQL with {@code standard_conforming_strings}, the default. */
    static final SqlSyntax POSTGRESQL = new SqlSyntax(false, false, false, true, true, false);

    /** H2 and unknown servers. */
    static final SqlSyntax STANDARD = new SqlSyntax(false, false, false, true, true, true);
}
