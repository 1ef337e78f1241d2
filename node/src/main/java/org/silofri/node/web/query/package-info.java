/** The query page: a plain form over SPARQL with tested examples. Start at {@code QueryPage}. */
@NullMarked
package org.silofri.node.web.query;

import org.jspecify.annotations.NullMarked;
