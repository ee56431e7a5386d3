package io.quarkiverse.binds.runtime.dynamic;

/** Names of beans in messages: the class in the application instead of the proxy or subclass that Arc generates. */
final class BeanNames {

    private static final String PROXY_SUFFIX = "_ClientProxy";
    private static final String SUBCLASS_SUFFIX = "_Subclass";

    private BeanNames() {
    }

    static String of(Object bean) {
        Class<?> type = bean.getClass();
        while (type.getName().endsWith(PROXY_SUFFIX) || type.getName().endsWith(SUBCLASS_SUFFIX)) {
            type = type.getSuperclass();
        }
        return type == Object.class ? bean.getClass().getName() : type.getName();
    }
}
