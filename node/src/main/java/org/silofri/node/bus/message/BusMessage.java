package org.silofri.node.bus.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as it lies on the bus, whatever the broker's own form of it (WIRE "On the bus").
 *
 * @param attributes CloudEvents attributes without prefix; {@code datacontenttype} is the AMQP
 *     content type
 * @param body the payload's exact bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // large and never changed: a copy would only cost
public record BusMessage(Map<String, String> attributes, byte[] body) {

    public BusMessage {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BusMessage that
                && attributes.equals(that.attributes)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attributes, Arrays.hashCode(body));
    }
}
