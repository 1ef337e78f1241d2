package org.silofri.node.bus.access;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The small durable texts of the bus (cursors, hashed secrets). They live beside the log, not in
 * the broker's folder, which may be deleted at any time.
 *
 * @param get the value of a key
 * @param put stores durably before it returns
 */
public record KeyValues(Function<String, Optional<String>> get, BiConsumer<String, String> put) {}
