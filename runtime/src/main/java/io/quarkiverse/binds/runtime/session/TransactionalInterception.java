package io.quarkiverse.binds.runtime.session;

import jakarta.interceptor.InvocationContext;

/** The interception of a {@code @Transactional} method by Quarkus. */
interface TransactionalInterception {

    Object intercept(InvocationContext context) throws Exception;
}
