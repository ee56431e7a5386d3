/**
 * Tokens: values that a client keeps and gives back, and cannot change.
 * <p>
 * In: a purpose, the context that the token is bound to, and its content. Out: a text for URLs, and the content again. Entry:
 * {@link io.quarkiverse.binds.runtime.token.SignedTokens} for content that everybody may read, and
 * {@link io.quarkiverse.binds.runtime.token.SealedTokens} for content that the client must not read.
 */
package io.quarkiverse.binds.runtime.token;
