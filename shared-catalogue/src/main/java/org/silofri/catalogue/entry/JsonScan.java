package org.silofri.catalogue.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.silofri.catalogue.entry.RdfResult.Cause;
import org.silofri.catalogue.entry.RdfResult.Refused;

/**
 * Looks through JSON before JSON-LD does: syntax, nesting, members written twice, and numbers that
 * would unfold into millions of digits.
 */
final class JsonScan {

    private static final int LONGEST_NUMBER = 40;
    private static final double LARGEST_NUMBER = 1e30;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Limits.DEPTH + 2)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build();

    private JsonScan() {}

    static Optional<Refused> check(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > Limits.DEPTH) {
                    return Optional.of(RdfInput.tooDeep(place(parser.currentTokenLocation())));
                }
                if (token.isNumeric() && isHuge(parser)) {
                    return Optional.of(
                            refused(
                                    parser.currentTokenLocation(),
                                    "Number is out of range; write it as a string with its type"));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(refused(e.getLocation(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be read", e);
        }
    }

    private static boolean isHuge(JsonParser parser) throws IOException {
        double value = Math.abs(Double.parseDouble(parser.getText()));
        return value > LARGEST_NUMBER || (value != 0 && value < 1 / LARGEST_NUMBER);
    }

    private static Refused refused(JsonLocation location, String message) {
        NestingScan.Place place = place(location);
        return new Refused(Cause.SYNTAX, place.line(), place.column(), message);
    }

    private static NestingScan.Place place(JsonLocation location) {
        return new NestingScan.Place(location.getLineNr(), location.getColumnNr());
    }
}
