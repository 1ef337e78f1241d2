package org.silofri.node.bus;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Decimal128;
import org.apache.qpid.proton.amqp.Decimal32;
import org.apache.qpid.proton.amqp.Decimal64;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedByte;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.UnsignedShort;
import org.apache.qpid.proton.amqp.messaging.AmqpSequence;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Footer;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/** Valid AMQP 1.0 messages of every type that a foreign client may choose. */
@SuppressWarnings("JavaUtilDate") // the codec maps it to an AMQP timestamp
final class RandomMessages {

    private static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "text/plain;charset=utf-8",
                    "application/json",
                    "application/xml",
                    "application/x-java-serialized-object",
                    "application/n-triples",
                    "no media type");

    private final Random random;

    RandomMessages(long seed) {
        random = new Random(seed);
    }

    Message next() {
        Message message = Proton.message();
        message.setDurable(random.nextBoolean());
        if (random.nextBoolean()) {
            message.setContentType(pick(TYPES));
        }
        if (random.nextInt(4) == 0) {
            message.setMessageId(pick(List.of(new UUID(1, 2), UnsignedLong.valueOf(7), "text")));
            message.setCorrelationId(new Binary(bytes(8)));
            message.setSubject("a subject");
            message.setReplyTo("elsewhere");
            message.setGroupId("group");
            message.setCreationTime(random.nextLong(1L << 42));
        }
        message.setApplicationProperties(new ApplicationProperties(properties()));
        if (random.nextBoolean()) {
            Map<Symbol, Object> annotations = new HashMap<>();
            annotations.put(Symbol.valueOf("x-opt-" + random.nextInt(9)), value(2));
            message.setMessageAnnotations(new MessageAnnotations(annotations));
        }
        if (random.nextInt(4) == 0) {
            message.setFooter(new Footer(new HashMap<>(Map.of("f", value(1)))));
        }
        message.setBody(body());
        return message;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("cloudEvents_time", new Date());
        for (int n = random.nextInt(6); n >= 0; n--) {
            String prefix = pick(List.of("cloudEvents_", "cloudEvents:", "", "JMS_AMQP_", "_AMQ_"));
            properties.put(prefix + "p" + n, value(0));
        }
        return properties;
    }

    private @Nullable Section body() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new AmqpSequence(new ArrayList<>(List.of(value(2), value(2))));
            case 2, 3 -> new AmqpValue(value(2));
            default -> new Data(new Binary(bytes(random.nextInt(2_000))));
        };
    }

    /**
     * @param depth 0 for the types that application properties may have, more for nested ones
     */
    private Object value(int depth) {
        List<Supplier<Object>> simple =
                List.of(
                        () -> new Date(random.nextLong(1L << 42)),
                        () -> new UUID(random.nextLong(), random.nextLong()),
                        () -> UnsignedByte.valueOf((byte) random.nextInt()),
                        () -> UnsignedShort.valueOf((short) random.nextInt()),
                        () -> UnsignedInteger.valueOf(random.nextInt()),
                        () -> UnsignedLong.valueOf(new BigInteger(64, random)),
                        () -> new Decimal32(random.nextInt()),
                        () -> new Decimal64(random.nextLong()),
                        () -> new Decimal128(bytes(16)),
                        () -> (char) random.nextInt(0xD000),
                        () -> Symbol.valueOf("symbol"),
                        () -> new Binary(bytes(20)),
                        random::nextBoolean,
                        random::nextDouble,
                        random::nextFloat,
                        random::nextLong,
                        () -> "é\u0000\uD83D\uDE00" + random.nextInt());
        if (depth > 0 && random.nextInt(3) == 0) {
            Map<Object, Object> map = new HashMap<>();
            map.put(value(0), value(depth - 1));
            return random.nextBoolean() ? map : new ArrayList<>(List.of(value(depth - 1)));
        }
        return pick(simple).get();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
