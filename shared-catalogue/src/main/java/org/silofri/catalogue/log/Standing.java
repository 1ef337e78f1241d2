package org.silofri.catalogue.log;

/**
 * How an event stands in the log, without its bytes.
 *
 * @param pending tells whether only its payload is missing
 * @param abandoned tells whether it lies beyond the end of a closed epoch
 */
public record Standing(String hash, boolean pending, boolean abandoned) {}
