/**
 * Feeds that tell what is new in a search, a city, a theme or about an entry, as Atom and JSON Feed
 * (ADR 0112). Not the log's feed, which is {@code org.silofri.node.feed}. Start at {@code
 * NewsController}.
 */
@NullMarked
package org.silofri.node.web.news;

import org.jspecify.annotations.NullMarked;
