/**
 * Database URLs: parsing, translation into JDBC URLs and driver properties, masking of passwords, and the rules for URLs from
 * outside.
 * <p>
 * In: text. Out: an immutable {@link io.quarkiverse.binds.runtime.url.DatabaseUrl}, or an exception whose message shows the
 * right form.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.url.DatabaseUrl#parse(String)}; for URLs given at run time
 * {@link io.quarkiverse.binds.runtime.url.UntrustedUrl}. To support another parameter, extend {@code ParameterMapping} if it is
 * translated, or {@code ForeignParameters} if the message has to name a key instead.
 * <p>
 * Invariants: no message, log or {@code toString} contains a password; nothing is looked up in the network; no other package of
 * the project is used.
 */
package io.quarkiverse.binds.runtime.url;
