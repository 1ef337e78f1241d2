package org.silofri.catalogue.projection;

import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.SignedEvent;

/**
 * An event as a projection gets it.
 *
 * @param n place in the local order of growth
 * @param event what it says
 * @param signed as its author made it
 */
public record Change(long n, CatalogueEvent event, SignedEvent signed) {}
