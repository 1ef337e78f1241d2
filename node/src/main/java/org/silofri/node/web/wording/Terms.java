package org.silofri.node.web.wording;

import org.silofri.catalogue.entry.EntryKind;
import org.silofri.ontology.CodeList;

/** Concepts of the ontology's code lists in the reader's words. */
public final class Terms {

    private Terms() {}

    /** The concept with that notation; one that the list does not know is shown as it is. */
    public static Term of(CodeList list, String notation, String language) {
        return new Term(
                notation,
                list.concept(notation).map(concept -> concept.label(language)).orElse(notation));
    }

    /** A kind of entry. */
    public static Term kind(EntryKind kind, String language) {
        return of(CodeList.KIND, kind.path(), language);
    }

    /** A theme. */
    public static Term theme(String notation, String language) {
        return of(CodeList.THEME, notation, language);
    }
}
