package org.silofri.node.bus.message;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents in AMQP binary mode as the broker's own client sees it: writes {@code cloudEvents_},
 * reads that and {@code cloudEvents:}.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/amqp-protocol-binding.md">CloudEvents
 *     AMQP binding</a>
 */
public final class CloudEventBinding {

    /** The attribute that travels as the AMQP content type. */
    public static final String CONTENT_TYPE = "datacontenttype";

    /** Under this name the broker keeps the AMQP content type of a message of its own. */
    private static final String BROKER_CONTENT_TYPE = "JMS_AMQP_ContentType";

    private static final String WRITTEN_PREFIX = "cloudEvents_";
    private static final String OTHER_PREFIX = "cloudEvents:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");

    private CloudEventBinding() {}

    /** The property that carries this attribute. */
    public static String property(String attribute) {
        return WRITTEN_PREFIX + attribute;
    }

    /** The attribute that this property carries; empty when it is no CloudEvents property. */
    public static Optional<String> attribute(String property) {
        if (!property.startsWith(WRITTEN_PREFIX) && !property.startsWith(OTHER_PREFIX)) {
            return Optional.empty();
        }
        String name = property.substring(WRITTEN_PREFIX.length());
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /**
     * Puts what the property carries among the attributes.
     *
     * @throws IllegalArgumentException if it is there already: under both prefixes a message would
     *     say one thing to one reader and another to the next
     */
    public static void put(String property, String value, Map<String, String> attributes) {
        Optional<String> name = attribute(property);
        if (name.isPresent() && attributes.putIfAbsent(name.get(), value) != null) {
            throw new IllegalArgumentException("Attribute %s is there twice".formatted(name.get()));
        }
    }

    /** Fills an empty message of the bytes type. */
    public static void write(BusMessage event, ICoreMessage message) {
        event.attributes()
                .forEach((name, value) ->
                        message.putStringProperty(
                                name.equals(CONTENT_TYPE) ? BROKER_CONTENT_TYPE : property(name),
                                value));
        message.getBodyBuffer().writeBytes(event.body());
    }

    /**
     * Reads what can be read; what is no CloudEvents attribute is left out. With an attribute in
     * both forms it is an empty message.
     */
    public static BusMessage read(ICoreMessage message) {
        try {
            return readOnce(message);
        } catch (IllegalArgumentException e) {
            return new BusMessage(Map.of(), new byte[0]);
        }
    }

    private static BusMessage readOnce(ICoreMessage message) {
        Map<String, String> attributes = new HashMap<>();
        for (SimpleString property : message.getPropertyNames()) {
            @Nullable Object value = message.getObjectProperty(property);
            if (value != null) {
                put(property.toString(), value.toString(), attributes);
            }
        }
        @Nullable Object type = message.getObjectProperty(SimpleString.of(BROKER_CONTENT_TYPE));
        if (type != null) {
            attributes.put(CONTENT_TYPE, type.toString());
        }
        return new BusMessage(attributes, body(message));
    }

    private static byte[] body(ICoreMessage message) {
        if (message.isLargeMessage()) {
            return new byte[0];
        }
        ActiveMQBuffer buffer = message.getReadOnlyBodyBuffer();
        if (message.getType() == Message.TEXT_TYPE) {
            @Nullable SimpleString text = buffer.readNullableSimpleString();
            return text == null ? new byte[0] : text.toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }
}
