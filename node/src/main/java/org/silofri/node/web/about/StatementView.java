package org.silofri.node.web.about;

import org.jspecify.annotations.Nullable;

/**
 * What the accessibility statement shows.
 *
 * @param city whose pages these are
 * @param site address of the pages
 * @param reviewed date of the last review, in the reader's words
 * @param contact functional mailbox; null when the city has set none
 */
record StatementView(String city, String site, String reviewed, @Nullable String contact) {}
