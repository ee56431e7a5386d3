package io.quarkiverse.binds.runtime.catalog;

/** Turns the texts of a catalog into valid SQL. The methods leave a text as it is unless a kind of database needs more. */
class CatalogWords {

    String type(String type) {
        return type;
    }

    /**
     * @param type of the column
     * @param text null if there is no default
     * @param extra what only this kind of database has
     */
    String defaultValue(String type, String text, String extra) {
        return text == null || text.equalsIgnoreCase("NULL") || text.startsWith("NULL::") ? null : text;
    }

    /** @param expression of a check, an index or a generated column; null if there is none */
    String expression(String expression) {
        return expression;
    }
}
