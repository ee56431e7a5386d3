package io.quarkiverse.binds.runtime.pagination;

/** Query parameters of the REST request that the calling thread serves. */
public interface RequestParameters {

    /** @return the first value; null if there is none, or no request */
    String queryParameter(String name);
}
