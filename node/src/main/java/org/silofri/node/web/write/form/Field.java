package org.silofri.node.web.write.form;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.ontology.CodeList;

/**
 * A field of a form: one property of an entry.
 *
 * @param name as in the form's parameters
 * @param property what it says of the entry
 * @param type how it is typed in
 * @param place where on the form it stands
 * @param list what can be chosen; null where something is written
 * @param targets kinds that it points at; empty where it points at none
 */
public record Field(
        String name,
        Node property,
        Type type,
        Place place,
        @Nullable CodeList list,
        List<EntryKind> targets) {

    /** Copies. */
    public Field {
        targets = List.copyOf(targets);
    }

    /** How a value is typed in, and what it becomes. */
    public enum Type {
        /** One line in each language. */
        LINE,
        /** A text in each language. */
        TEXT,
        /** One concept of a list. */
        CHOICE,
        /** Any number of concepts of a list. */
        CHOICES,
        /** One licence. */
        LICENCE,
        /** Web addresses, or in words where there are none; one a line. */
        SOURCES,
        /** Web addresses, one a line. */
        ADDRESSES,
        /** Other entries by their addresses, one a line. */
        ENTRIES,
        /** A number without decimals. */
        WHOLE,
        /** A number. */
        DECIMAL,
        /** Year, year and month, or a day. */
        DATE,
        YEAR,
        /** Yes or not told. */
        FLAG,
        /** A few letters in no language. */
        PLAIN;

        /** Tells whether it has a value in each language. */
        public boolean byLanguage() {
            return this == LINE || this == TEXT;
        }

        /** Tells whether each line is a value of its own. */
        public boolean byLine() {
            return this == SOURCES || this == ADDRESSES || this == ENTRIES;
        }
    }

    /** Where on the form a field stands. */
    public enum Place {
        /** Above all, and must be filled in. */
        REQUIRED,
        /** Above all. */
        FIRST,
        /** Folded away at first. */
        MORE
    }

    /** Name of the parameter for a language. */
    public String in(String language) {
        return name + "." + language;
    }
}
