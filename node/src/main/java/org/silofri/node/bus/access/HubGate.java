package org.silofri.node.bus.access;

import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Malformed;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.node.bus.message.CloudEventBinding;

/**
 * Keeps out at the hub what no reader would store, by the sender's bus identity (F16): else one
 * member could send rubbish in another's name until all readers pause that city. Signatures are the
 * readers' to verify.
 */
final class HubGate implements ActiveMQServerMessagePlugin {

    private final BusAccounts accounts;
    private final DeniedLinks denied;

    HubGate(BusAccounts accounts, DeniedLinks denied) {
        this.accounts = accounts;
        this.denied = denied;
    }

    @Override
    public void beforeSend(
            @Nullable ServerSession session,
            @Nullable Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (session == null || BusSecurity.NODE_USER.equals(session.getUsername())) {
            return;
        }
        String user = String.valueOf(session.getUsername());
        if (message.isLargeMessage()) {
            refuse(user, "send more than an event may hold");
        }
        if (jws(message, '_') != null && jws(message, ':') != null) {
            refuse(user, "send an event in two forms");
        }
        Optional<CityId> claimed = claimed(message);
        boolean own =
                claimed.isEmpty()
                        || accounts.find(user)
                                .filter(reader -> reader.cities().contains(claimed.get()))
                                .isPresent();
        if (!own) {
            refuse(user, "send an event of " + claimed.get());
        }
    }

    private void refuse(String user, String wish) throws ActiveMQException {
        denied.link(user, wish);
        throw new ActiveMQIllegalStateException("Bus user %s may not %s".formatted(user, wish));
    }

    private static @Nullable Object jws(Message message, char separator) {
        return message.getObjectProperty(CloudEventBinding.property("jws").replace('_', separator));
    }

    private static Optional<CityId> claimed(Message message) {
        @Nullable Object jws = jws(message, '_');
        if (jws == null) {
            jws = jws(message, ':');
        }
        try {
            return jws == null
                    ? Optional.empty()
                    : Optional.of(SignedEvent.of(jws.toString(), null).city());
        } catch (Malformed e) {
            return Optional.empty(); // counted by the readers
        }
    }
}
