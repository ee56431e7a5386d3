/**
 * Signed tokens: values that a client keeps and gives back, and cannot change.
 * <p>
 * In: a purpose, the context that the token is bound to, and its content. Out: a text for URLs, and the content again. Entry:
 * {@link io.quarkiverse.binds.runtime.token.SignedTokens}. The content is signed, not encrypted: it holds no secret.
 */
package io.quarkiverse.binds.runtime.token;
