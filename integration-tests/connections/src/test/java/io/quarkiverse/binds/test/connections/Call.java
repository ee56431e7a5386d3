package io.quarkiverse.binds.test.connections;

/**
 * Request of a client.
 *
 * @param name of the row that it reads or writes
 */
record Call(String method, String path, String name) {

    static Call read(String path, String name) {
        return new Call("GET", path + "/" + name, name);
    }

    static Call write(String path, String name) {
        return new Call("POST", path + (path.contains("?") ? "&" : "?") + "name=" + name, name);
    }

    boolean isWrite() {
        return method.equals("POST");
    }
}
