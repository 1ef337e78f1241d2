package org.silofri.node.bus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.transformer.Transformer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.jspecify.annotations.Nullable;
import org.silofri.node.bus.message.BusMessage;
import org.silofri.node.bus.message.CloudEventBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a foreign AMQP client sends into a plain CloudEvent: string properties and one
 * body of bytes. An AMQP {@code timestamp} or {@code uuid} property would else detach every
 * in-process consumer without a word (AMQ222151), and the message would do so again after each
 * restart.
 *
 * <p>The broker makes it by its class name, which is stored with the broker's bindings. It never
 * throws: a message that cannot be read becomes an empty one, which the receiver counts.
 */
public final class EventNormalizer implements Transformer {

    private static final Logger LOG = LoggerFactory.getLogger(EventNormalizer.class);
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}");

    /** Called by the broker. */
    public EventNormalizer() {}

    @Override
    public Message transform(Message message) {
        return encode(readOrEmpty(message), message);
    }

    private static BusMessage readOrEmpty(Message message) {
        try {
            return read(message);
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("bus message cannot be read, passing an empty one on");
            return new BusMessage(Map.of(), new byte[0]);
        }
    }

    private static BusMessage read(Message message) {
        if (message instanceof LargeServerMessage large) {
            dropFile(large);
            return new BusMessage(Map.of(), new byte[0]);
        }
        return switch (message) {
            case AMQPMessage amqp -> read(amqp);
            case ICoreMessage core -> CloudEventBinding.read(core);
            default -> new BusMessage(Map.of(), new byte[0]);
        };
    }

    private static void dropFile(LargeServerMessage large) {
        try {
            large.deleteFile();
        } catch (Exception e) { // the broker's signature; a file that stays costs disk only
            LOG.atWarn().setCause(e).log("file of an oversized bus message stays on the disk");
        }
    }

    private static BusMessage read(AMQPMessage message) {
        Map<String, String> attributes = new HashMap<>();
        @Nullable ApplicationProperties properties = message.getApplicationProperties();
        if (properties != null && properties.getValue() != null) {
            for (Map.Entry<?, ?> entry : properties.getValue().entrySet()) {
                @Nullable String value = text(entry.getValue());
                if (value != null && entry.getKey() instanceof String key) {
                    CloudEventBinding.put(key, value, attributes);
                }
            }
        }
        @Nullable Properties standard = message.getProperties();
        if (standard != null && standard.getContentType() != null) {
            attributes.put(CloudEventBinding.CONTENT_TYPE, standard.getContentType().toString());
        }
        return new BusMessage(attributes, bytes(message.getBody()));
    }

    /** Simple values as text; null for what has no one text form. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String s -> s;
            case Symbol s -> s.toString();
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            case UUID u -> u.toString();
            case java.util.Date d -> d.toInstant().toString();
            case null, default -> null;
        };
    }

    private static byte[] bytes(@Nullable Section body) {
        return switch (body) {
            case Data data -> bytes(data.getValue());
            case AmqpValue value when value.getValue() instanceof Binary binary -> bytes(binary);
            case AmqpValue value when value.getValue() instanceof String text ->
                    text.getBytes(StandardCharsets.UTF_8);
            case null, default -> new byte[0];
        };
    }

    private static byte[] bytes(Binary binary) {
        int from = binary.getArrayOffset();
        return Arrays.copyOfRange(binary.getArray(), from, from + binary.getLength());
    }

    private static Message encode(BusMessage event, Message original) {
        Map<String, Object> properties = new HashMap<>();
        event.attributes()
                .forEach((name, value) -> properties.put(CloudEventBinding.property(name), value));
        properties.remove(CloudEventBinding.property(CloudEventBinding.CONTENT_TYPE));
        String type = event.attributes().getOrDefault(CloudEventBinding.CONTENT_TYPE, "");
        Properties standard = new Properties();
        if (MEDIA_TYPE.matcher(type).matches()) {
            standard.setContentType(Symbol.getSymbol(type));
        }
        standard.setTo(original.getAddress());
        AMQPStandardMessage plain =
                AMQPStandardMessage.createMessage(
                        original.getMessageID(),
                        0,
                        null,
                        header(original),
                        standard,
                        null,
                        null,
                        properties,
                        null,
                        new Data(new Binary(event.body())));
        plain.setAddress(original.getAddressSimpleString());
        plain.setRoutingType(original.getRoutingType());
        plain.setExpiration(original.getExpiration());
        plain.reencode();
        return plain;
    }

    private static Header header(Message original) {
        Header header = new Header();
        header.setDurable(original.isDurable());
        return header;
    }
}
