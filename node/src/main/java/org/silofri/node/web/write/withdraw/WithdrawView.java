package org.silofri.node.web.write.withdraw;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

/**
 * The question whether an entry is to be withdrawn, and why.
 *
 * @param back its page
 * @param basis its version that the reader has seen
 * @param reasons one for each language offered
 * @param linked how many entries of other cities refer to it
 * @param problem what stood against it; null if nothing
 */
record WithdrawView(
        String iri,
        String back,
        Term kind,
        Text title,
        String basis,
        List<Reason> reasons,
        int linked,
        @Nullable String problem) {

    WithdrawView {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason in a language.
     *
     * @param lang for the {@code lang} attribute; null for the page's own
     * @param language name of the language
     */
    record Reason(String name, @Nullable String lang, String language, String value) {}
}
