package org.silofri.node.web.write.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.write.draft.FormView.Note;
import org.silofri.node.web.write.draft.FormView.Notes;
import org.silofri.node.web.write.form.Field;
import org.silofri.node.web.write.form.Fields;
import org.silofri.node.web.write.publish.Publication;

/** What the shapes found, at the field where it can be mended, in the order of the form. */
final class Findings {

    private Findings() {}

    /** What stands above the form after a try to publish or to submit. */
    static Notes of(Publication publication, EntryKind kind, Wording say) {
        return switch (publication) {
            case Publication.Faulty(var violations) ->
                    new Notes(notes(violations, kind, say), List.of(), null);
            case Publication.Doubtful(var warnings) ->
                    new Notes(List.of(), notes(warnings, kind, say), null);
            case Publication.Later(var reason) -> Notes.of(say.say("writing.later." + reason));
            case Publication.Gone gone -> Notes.of(say.say("writing.gone"));
            case Publication.Sound sound -> Notes.NONE;
            case Publication.Done done -> Notes.NONE;
            case Publication.Overtaken overtaken -> Notes.NONE;
        };
    }

    private static List<Note> notes(List<Violation> found, EntryKind kind, Wording say) {
        List<Note> notes = new ArrayList<>();
        for (Field field : Fields.of(kind)) {
            found.stream()
                    .filter(violation -> concerns(violation, field))
                    .map(violation -> note(field.name(), "#f-" + field.name(), violation, say))
                    .forEach(notes::add);
        }
        found.stream()
                .filter(v -> Fields.of(kind).stream().noneMatch(field -> concerns(v, field)))
                .map(violation -> note("", null, violation, say))
                .forEach(notes::add);
        Set<Note> distinct = new LinkedHashSet<>(notes);
        return List.copyOf(distinct);
    }

    private static boolean concerns(Violation violation, Field field) {
        return field.property().toString().equals(violation.path());
    }

    private static Note note(
            String field, @Nullable String href, Violation violation, Wording say) {
        String text = violation.message(say.language()) + " " + violation.remedy(say.language());
        return new Note(
                field,
                href,
                text.strip(),
                Optional.ofNullable(violation.value())
                        .filter(value -> !violation.blocks())
                        .orElse(null));
    }
}
