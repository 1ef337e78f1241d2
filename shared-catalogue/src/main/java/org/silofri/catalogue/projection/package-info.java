/**
 * What is derived from the logs and can be rebuilt: projector, batch and checkpoint (F4). Start at
 * {@code Projector}. Knows neither RDF store nor index.
 */
@NullMarked
package org.silofri.catalogue.projection;

import org.jspecify.annotations.NullMarked;
