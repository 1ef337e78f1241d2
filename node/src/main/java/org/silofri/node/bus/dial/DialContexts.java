package org.silofri.node.bus.dial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactory;

/**
 * Gives the broker's connector the TLS of its node, anew for each connection. The connector takes
 * only names of files; its trust store's name is the key of a node's broker in this process.
 */
public final class DialContexts implements SSLContextFactory {

    private static final Map<String, Supplier<SSLContext>> NODES = new ConcurrentHashMap<>();

    /** Above the broker's own, which read files. */
    private static final int BEFORE_THE_OTHERS = 100;

    /** What the broker's service loader needs. */
    public DialContexts() {}

    /** Makes the connections with that key use these. */
    public static void offer(String key, Supplier<SSLContext> contexts) {
        NODES.put(key, contexts);
    }

    /** Ends {@link #offer}. */
    public static void withdraw(String key) {
        NODES.remove(key);
    }

    @Override
    public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> connector) {
        String key = String.valueOf(connector.get(TransportConstants.TRUSTSTORE_PATH_PROP_NAME));
        Supplier<SSLContext> contexts = NODES.get(key);
        if (contexts == null) {
            throw new IllegalStateException("no node of this process has TLS under " + key);
        }
        return contexts.get();
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_OTHERS;
    }
}
