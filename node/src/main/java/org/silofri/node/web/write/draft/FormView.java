package org.silofri.node.web.write.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;
import org.silofri.node.web.write.neighbour.NeighboursView;

/**
 * The form of an entry.
 *
 * @param path where it is sent
 * @param id of the draft
 * @param version of the draft that is shown; 0 when it is not kept yet
 * @param heading what is done, for example "Change a pilot"
 * @param cities to choose from; only the one of a draft that is kept
 * @param hidden what the draft is to become
 * @param languages in which the form is shown
 * @param addable languages that can be added
 * @param top fields above all
 * @param more fields that are folded away
 * @param open whether they are unfolded, because one of them is filled in or faulty
 * @param stage whose turn it is, and who changed it last
 * @param notes what is wrong, or has to be confirmed
 * @param original the entry of another city that it refers to; null if none
 */
record FormView(
        String path,
        String id,
        long version,
        String heading,
        Term kind,
        List<Option> cities,
        List<Hidden> hidden,
        List<String> languages,
        List<Term> addable,
        List<FieldView> top,
        List<FieldView> more,
        boolean open,
        Stage stage,
        Notes notes,
        NeighboursView neighbours,
        @Nullable Original original) {

    FormView {
        cities = List.copyOf(cities);
        hidden = List.copyOf(hidden);
        languages = List.copyOf(languages);
        addable = List.copyOf(addable);
        top = List.copyOf(top);
        more = List.copyOf(more);
    }

    /** A value that the form sends back as it is. */
    record Hidden(String name, String value) {}

    /** A choice. */
    record Option(String value, String label, boolean selected) {}

    /**
     * Another city's entry.
     *
     * @param adopted whether it is adopted; otherwise it is much the same problem
     */
    record Original(Text title, String href, Term city, boolean adopted) {}

    /**
     * Whose turn it is.
     *
     * @param state in words; empty for a draft that is not kept yet
     * @param changed when this version was kept; null when it is not
     * @param changedBy who kept it
     * @param comment of a publisher who gave it back; null if none
     * @param mayPublish whether the reader may publish for the city
     * @param submitted whether it waits for a publisher
     * @param mayDiscard whether the reader may throw it away
     */
    record Stage(
            String state,
            @Nullable When changed,
            String changedBy,
            @Nullable String comment,
            boolean mayPublish,
            boolean submitted,
            boolean mayDiscard) {}

    /**
     * What is to be told above the form.
     *
     * @param problems what is wrong, each with the field it leads to
     * @param doubts what a publisher has to confirm
     * @param message anything else; null if nothing
     */
    record Notes(List<Note> problems, List<Note> doubts, @Nullable String message) {

        static final Notes NONE = new Notes(List.of(), List.of(), null);

        Notes {
            problems = List.copyOf(problems);
            doubts = List.copyOf(doubts);
        }

        static Notes of(String message) {
            return new Notes(List.of(), List.of(), message);
        }
    }

    /**
     * A finding.
     *
     * @param field name of the field; empty where it is about the whole entry
     * @param href where the field is; null where there is none
     * @param value what is meant, so that it can be found in a long text; null if nothing
     */
    record Note(String field, @Nullable String href, String text, @Nullable String value) {}
}
