/**
 * What somebody writes before it is an entry: kept while it is typed, handed to a publisher, given
 * back. Lives in {@code app.db}, never in a log. Start at {@code Drafts}. Knows nothing of RDF or
 * pages.
 */
@NamedInterface("draft")
@NullMarked
package org.silofri.node.intake.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
