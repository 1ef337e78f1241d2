/**
 * CKAN open-data portals as candidates: package_search with paging and a CONSTRUCT mapping. Start
 * at {@code CkanRoute}.
 */
@NullMarked
package org.silofri.connectors.ckan;

import org.jspecify.annotations.NullMarked;
