package org.silofri.connectors.ckan;

/**
 * How far a portal has been harvested.
 *
 * @param modified {@code metadata_modified} of the last package that was handled, as the portal
 *     writes it; packages before it are not asked for again
 */
public record HarvestState(String modified) {}
