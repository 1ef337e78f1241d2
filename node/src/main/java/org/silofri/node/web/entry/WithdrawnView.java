package org.silofri.node.web.entry;

import java.util.List;
import org.silofri.node.web.page.Term;
import org.silofri.node.web.page.Text;
import org.silofri.node.web.page.When;

/**
 * What stands in the place of a withdrawn entry (F13).
 *
 * @param reasons why, the reader's language first
 */
record WithdrawnView(
        String iri,
        Term kind,
        Term city,
        When withdrawn,
        List<Text> reasons,
        List<Version> versions) {}
