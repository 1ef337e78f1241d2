/**
 * The feed on HTTP: page borders, batches and LDES pages, and a client that reads them (WIRE "On
 * HTTP"). Start at {@code FeedPage}. Knows no server framework.
 */
@NullMarked
package org.silofri.catalogue.ldes;

import org.jspecify.annotations.NullMarked;
