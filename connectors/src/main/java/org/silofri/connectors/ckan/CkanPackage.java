package org.silofri.connectors.ckan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A package of a portal with what the harvest needs of it.
 *
 * @param id never changes, unlike its name
 * @param modified {@code metadata_modified} as written
 * @param json the whole of it
 */
record CkanPackage(String id, String modified, JsonNode json) {}
