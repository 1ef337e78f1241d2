package org.silofri.connectors.template;

import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.ontology.CodeList;

/** The cells of a sheet's example row; its key begins with #, so that it is never imported. */
final class Example {

    private final String kind;
    private final String language;
    private final TemplateTexts texts;

    Example(String kind, String language, TemplateTexts texts) {
        this.kind = kind;
        this.language = language;
        this.texts = texts;
    }

    /** What stands in a column that must be filled. */
    String cell(Column column) {
        return switch (column) {
            case KEY -> "#" + texts.text("example.key");
            case TITLE -> texts.text("example." + kind);
            case THEME -> label(CodeList.THEME, "mobility");
            case STATUS -> label(CodeList.STATUS, "running");
            case VERDICT -> label(CodeList.VERDICT, "confirmed");
            case RUNG -> label(CodeList.RUNG, "district");
            case SCALES -> "solution/" + texts.text("example.key");
            case TARGET_VALUE -> "25";
            case UNIT -> "%";
            case TARGET_YEAR -> "2030";
            case LICENCE -> "https://creativecommons.org/publicdomain/zero/1.0/";
            case SOURCE, EVIDENCE -> "https://example.org/";
            default -> "";
        };
    }

    private String label(CodeList list, String notation) {
        return list.concept(notation)
                .map(concept -> concept.label(language))
                .orElseThrow(() -> new IllegalStateException("There is no " + notation));
    }
}
