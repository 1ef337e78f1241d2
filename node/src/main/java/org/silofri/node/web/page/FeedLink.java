package org.silofri.node.web.page;

/**
 * A feed that tells what is new on a page, for the page's head and for readers to follow.
 *
 * @param type media type
 * @param name of the format, for example {@code Atom}
 */
public record FeedLink(String title, String type, String name, String href) {}
