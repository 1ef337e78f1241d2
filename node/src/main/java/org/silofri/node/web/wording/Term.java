package org.silofri.node.web.wording;

/**
 * A concept of a code list, or a city, in the reader's words.
 *
 * @param value notation as in addresses, for example {@code air-quality}
 * @param label in the reader's language
 */
public record Term(String value, String label) {}
