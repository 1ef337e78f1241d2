/**
 * CKAN open-data portals as candidates: package_search with paging, incremental, and a CONSTRUCT
 * mapping that needs no Java. Start at {@code CkanHarvest}; what the mapping can use stands in
 * docs/ckan.md.
 */
@NullMarked
package org.silofri.connectors.ckan;

import org.jspecify.annotations.NullMarked;
