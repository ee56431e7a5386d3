package io.quarkiverse.binds.runtime.pool;

/** L10. */
class LeftOpenOnH2Test extends LeftOpenTransactions {

    @Override
    String kind() {
        return "h2";
    }

    @Override
    String url() {
        return "jdbc:h2:mem:left_open;DB_CLOSE_DELAY=-1";
    }
}
