package org.silofri.node.replication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node tells of all logs that it holds: {@code GET /feed}, and both ways of {@code POST
 * /feed}. Only the signed statements can be believed; the rest is a hint where to ask.
 *
 * @param node who tells
 * @param heads end of each log here, {@code epoch:seq} by city
 * @param statements the latest signed heads and positions known here, as compact JWS
 * @param pending events whose payload is missing here, as {@code epoch:seq} by city
 */
public record FeedIndex(
        String node,
        Map<String, String> heads,
        List<String> statements,
        Map<String, List<String>> pending) {

    /** Most bytes of an index. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Most events of a city that are told as pending. */
    public static final int MOST_PENDING = 100;

    /** Copies. An older node tells nothing of what is pending. */
    public FeedIndex(
            String node,
            Map<String, String> heads,
            List<String> statements,
            @Nullable Map<String, List<String>> pending) {
        this.node = node;
        this.heads = Map.copyOf(heads);
        this.statements = List.copyOf(statements);
        this.pending = pending == null ? Map.of() : Map.copyOf(pending);
    }

    /** Reads an index; empty when it is none. */
    public static Optional<FeedIndex> read(byte[] json) {
        try {
            return Optional.of(JSON.readValue(json, FeedIndex.class));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** The events of the city whose payload the teller lacks. */
    public List<Position> pending(CityId city) {
        return pending.getOrDefault(city.value(), List.of()).stream()
                .limit(MOST_PENDING)
                .map(Position::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** As JSON. */
    public byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    /** The ends of the logs; what has not the form of one is left out. */
    public Map<CityId, Position> positions() {
        Map<CityId, Position> found = new TreeMap<>();
        heads.forEach((city, text) -> {
            if (CityId.isValid(city)) {
                Position.parse(text).ifPresent(at -> found.put(new CityId(city), at));
            }
        });
        return found;
    }
}
