/**
 * The entries as a Lucene index: a field per language, folded 4-grams, facets. The only package
 * that touches Lucene. Start at {@code SearchIndex}.
 */
@NullMarked
package org.silofri.catalogue.search;

import org.jspecify.annotations.NullMarked;
