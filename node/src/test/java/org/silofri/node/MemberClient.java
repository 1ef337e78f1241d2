package org.silofri.node;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.event.CloudEventForm;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.node.bus.AmqpClient;
import org.silofri.node.identity.HubLogin;

/**
 * Somebody who has a member's login at the hub, and sends to the member's address what he likes.
 */
public final class MemberClient implements AutoCloseable {

    private final AmqpClient client;
    private final String address;

    /** Logs in. */
    public MemberClient(int hubPort, HubLogin login) throws IOException {
        this.client = new AmqpClient(hubPort, login.user(), login.password());
        this.address = "silofri.events." + login.user();
    }

    /**
     * Sends an event.
     *
     * @param other attributes that are sent instead of the event's own
     * @return what the hub says of it; null when it refused the link
     */
    public @Nullable DeliveryState send(SignedEvent event, BaseIri base, Map<String, ?> other)
            throws IOException {
        CloudEventForm.Binary form = CloudEventForm.write(event, base);
        Map<String, Object> attributes = new HashMap<>(form.attributes());
        attributes.putAll(other);
        return send(attributes, form.body());
    }

    /** Sends anything. */
    public @Nullable DeliveryState send(Map<String, ?> attributes, byte[] body) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        attributes.forEach((name, value) -> properties.put(CloudEventForm.PREFIX + name, value));
        Message message = Proton.message();
        message.setDurable(true);
        @Nullable Object type = properties.remove(CloudEventForm.PREFIX + "datacontenttype");
        if (type != null) {
            message.setContentType(type.toString());
        }
        message.setApplicationProperties(new ApplicationProperties(properties));
        message.setBody(new Data(new Binary(body)));
        return client.send(address, message).orElse(null);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
