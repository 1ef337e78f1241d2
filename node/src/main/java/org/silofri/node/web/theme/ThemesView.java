package org.silofri.node.web.theme;

import java.util.List;
import org.silofri.node.web.overview.TallyLine;
import org.silofri.node.web.wording.Term;

/** What the list of themes shows. */
record ThemesView(List<Row> rows) {

    /**
     * A theme.
     *
     * @param cities how many cities have published something on it
     */
    record Row(Term theme, String href, String cities, TallyLine numbers) {}
}
