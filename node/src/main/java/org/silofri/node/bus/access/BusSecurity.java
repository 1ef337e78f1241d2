package org.silofri.node.bus.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the broker's door: a city sends to its own address and consumes its own queue; all
 * else (management, browsing, creating, deleting) is for the node itself, in the same process.
 */
public final class BusSecurity implements ActiveMQSecurityManager5 {

    /** The node itself; the underscore keeps it apart from every bus user. */
    public static final String NODE_USER = "_node";

    private static final String NOBODY = "anonymous";

    private final BusAccounts accounts;
    private final DeniedLinks denied;
    private final String nodeSecret = BusAccounts.randomSecret();

    public BusSecurity(BusAccounts accounts, DeniedLinks denied) {
        this.accounts = accounts;
        this.denied = denied;
    }

    /** What the hub looks at in each message. */
    public ActiveMQServerMessagePlugin gate() {
        return new HubGate(accounts, denied);
    }

    /** Good for this process and this start only. */
    public String nodeSecret() {
        return nodeSecret;
    }

    /** Tells that somebody was sent away before a login. */
    public void turnedAway(String wish) {
        denied.link(NOBODY, wish);
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        if (user == null || password == null) {
            denied.login(user == null ? NOBODY : user);
            return null;
        }
        boolean known =
                user.equals(NODE_USER)
                        ? inProcess(connection) && same(password, nodeSecret)
                        : accounts.login(user, password).isPresent();
        if (!known) {
            denied.login(user);
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
        if (subject == null) {
            return false;
        }
        String user = subject.getPrincipals(UserPrincipal.class).iterator().next().getName();
        boolean allowed =
                user.equals(NODE_USER)
                        || accounts.find(user)
                                .map(reader -> allows(reader, checkType, address))
                                .orElse(false);
        if (!allowed) {
            denied.link(user, checkType + " " + address);
        }
        return allowed;
    }

    private static boolean allows(BusReader reader, CheckType type, String address) {
        return switch (type) {
            case SEND -> reader.maySendTo(address);
            case CONSUME -> reader.mayConsume(address);
            default -> false;
        };
    }

    private static boolean inProcess(@Nullable RemotingConnection connection) {
        return connection != null && connection.getTransportConnection() instanceof InVMConnection;
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Not used by brokers that know this manager's newer methods. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    /** Not used by brokers that know this manager's newer methods. */
    @Override
    public boolean validateUserAndRole(
            String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
