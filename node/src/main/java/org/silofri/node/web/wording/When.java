package org.silofri.node.web.wording;

/**
 * A moment, as a page shows it.
 *
 * @param iso for the {@code datetime} attribute
 * @param ago how long it is past, for example {@code 3 minutes ago}
 * @param exact date and time with the zone
 */
public record When(String iso, String ago, String exact) {}
