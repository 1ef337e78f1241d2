package org.silofri.catalogue.log;

import org.silofri.catalogue.event.SignedEvent;

/**
 * An event that became projectable: when it was stored, or later when it was released.
 *
 * @param n place in the local order of growth, from 1; with holes
 */
public record LogChange(long n, SignedEvent event) {}
