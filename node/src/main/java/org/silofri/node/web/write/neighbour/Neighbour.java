package org.silofri.node.web.write.neighbour;

import java.util.List;
import org.silofri.node.web.listing.Badge;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * An entry that is near to what somebody writes.
 *
 * @param href its page on this node
 * @param badges what came of it, by city or number of cities
 * @param why the reason of the match, in words
 */
public record Neighbour(
        String href, Text title, Term kind, Term city, List<Badge> badges, String why) {

    public Neighbour {
        badges = List.copyOf(badges);
    }
}
