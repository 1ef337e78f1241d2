package org.silofri.catalogue.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON of one object: UTF-8 only, no member twice, nothing after it, bounded nesting. */
final class StrictJson {

    private static final int DEEPEST = 20;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(30)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    /** Members in the order in which they were put, no white space. */
    static byte[] write(ObjectNode object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws Malformed if the bytes are something else
     */
    static ObjectNode read(byte[] bytes, String what) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " is not UTF-8", e);
        } catch (IOException e) {
            throw new Malformed(what + " is not JSON, or has a member twice", e);
        }
        throw new Malformed(what + " is no JSON object");
    }

    /**
     * @throws Malformed if the member is absent or no string
     */
    static String text(ObjectNode object, String member) {
        JsonNode node = object.get(member);
        if (node == null || !node.isTextual()) {
            throw new Malformed("Member \"%s\" is no string".formatted(member));
        }
        return node.textValue();
    }

    /**
     * @throws Malformed if the member is absent or no whole number from 1 to 2^53 - 1
     */
    static long number(ObjectNode object, String member) {
        return numberFrom(1, object, member);
    }

    /**
     * @throws Malformed if the member is absent or no whole number from {@code least} to 2^53 - 1
     */
    static long numberFrom(long least, ObjectNode object, String member) {
        JsonNode node = object.get(member);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new Malformed("Member \"%s\" is no whole number".formatted(member));
        }
        long number = node.longValue();
        if (number < least || number >= 1L << 53) {
            throw new Malformed("Member \"%s\" is out of range".formatted(member));
        }
        return number;
    }
}
