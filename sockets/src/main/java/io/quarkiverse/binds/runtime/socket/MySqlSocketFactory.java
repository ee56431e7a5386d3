package io.quarkiverse.binds.runtime.socket;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;

/**
 * The sockets of Connector/J, which makes an instance by the name of this class; see {@link PeerSocket}. Beyond that,
 * {@code connectTimeout} bounds the whole login: a server that accepts and then says nothing would else be waited for without
 * end.
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
