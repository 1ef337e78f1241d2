package org.silofri.node.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.When;

/**
 * What the audit page shows.
 *
 * @param older address of the lines before these; null when there are none
 */
record AuditView(List<Line> lines, @Nullable String older, long keptDays, long addressDays) {

    /**
     * A line.
     *
     * @param who empty when nobody was proved
     * @param city its name; empty where it is about no city
     * @param address empty when it is not known or not kept any more
     */
    record Line(When at, String who, String what, String subject, String city, String address) {}
}
