package org.silofri.node.web.entry;

import java.util.List;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

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
