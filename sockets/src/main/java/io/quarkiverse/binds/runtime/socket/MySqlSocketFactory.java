package io.quarkiverse.binds.runtime.socket;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;

/**
 * Makes the sockets for Connector/J, see {@link PeerSocket}. The driver loads this class by its name, hence it is
 * public. It also applies {@code connectTimeout} to the whole login: Connector/J would wait without limit for a
 * server that accepts the connection and then sends nothing.
 */
public final class MySqlSocketFactory extends StandardSocketFactory {

    @Override
    protected Socket createSocket(PropertySet properties) {
        try {
            return PeerSocket.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T extends Closeable> T connect(String host, int port, PropertySet properties, int loginTimeout) throws IOException {
        int timeout = loginTimeout > 0 ? loginTimeout : properties.getIntegerProperty(PropertyKey.connectTimeout).getValue();
        return super.connect(host, port, properties, timeout);
    }
}
