package org.silofri.node.web.write.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.draft.FormView.Hidden;
import org.silofri.node.web.write.draft.FormView.Note;
import org.silofri.node.web.write.draft.FormView.Notes;
import org.silofri.node.web.write.draft.FormView.Option;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.Field;
import org.silofri.node.web.write.form.Fields;
import org.silofri.node.web.write.neighbour.Neighbours;
import org.silofri.ontology.Languages;
import org.springframework.stereotype.Component;

/** Puts together what the form of a draft shows. */
@Component
class FormViews {

    private final Writers writers;
    private final FieldViews fields;
    private final Neighbours neighbours;
    private final Projections projections;
    private final EntryLinks links;
    private final Cities cities;

    FormViews(
            Writers writers,
            FieldViews fields,
            Neighbours neighbours,
            Projections projections,
            EntryLinks links,
            Cities cities) {
        this.writers = writers;
        this.fields = fields;
        this.neighbours = neighbours;
        this.projections = projections;
        this.links = links;
        this.cities = cities;
    }

    FormView view(Draft draft, Caller caller, Notes notes, Wording say) {
        Draft.Subject about = draft.subject();
        Entered entered = new Entered(draft.content());
        List<String> languages = entered.languages(say.language());
        Term kind = Terms.kind(about.kind(), say.language());
        List<FieldView> top = new ArrayList<>();
        List<FieldView> more = new ArrayList<>();
        for (Field field : Fields.of(about.kind())) {
            boolean proof = about.adopts() != null && field.name().equals("evidence");
            boolean required = field.place() == Field.Place.REQUIRED || proof;
            (field.place() == Field.Place.MORE && !proof ? more : top)
                    .add(
                            fields.view(
                                    field,
                                    entered,
                                    languages,
                                    about.city(),
                                    at(field, notes.problems()),
                                    required,
                                    say));
        }
        return new FormView(
                "/write/draft/" + draft.id(),
                draft.id(),
                draft.version(),
                heading(about, kind, say),
                kind,
                choices(draft, caller, say),
                hidden(about),
                languages,
                addable(languages, say),
                top,
                more,
                more.stream().anyMatch(FormViews::used),
                stage(draft, caller, say),
                notes,
                neighbours.of(
                        title(entered, languages),
                        entered.all("theme"),
                        Objects.requireNonNullElse(value(about.entry()), ""),
                        say),
                original(about, entered, say));
    }

    private static List<String> at(Field field, List<Note> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field.name()))
                .map(Note::text)
                .toList();
    }

    private static boolean used(FieldView field) {
        return !field.problems().isEmpty()
                || field.inputs().stream().anyMatch(input -> !input.value().isEmpty())
                || field.options().stream().anyMatch(FieldView.Choice::selected);
    }

    /** The title in the language in which there is one. */
    static String title(Entered entered, List<String> languages) {
        return languages.stream()
                .flatMap(language -> entered.first("title." + language).stream())
                .findFirst()
                .orElse("");
    }

    private static String heading(Draft.Subject about, Term kind, Wording say) {
        String key = about.adopts() != null ? "adopt" : about.entry() != null ? "change" : "new";
        return say.say("writing.heading." + key, kind.label());
    }

    private List<Option> choices(Draft draft, Caller caller, Wording say) {
        CityId chosen = draft.subject().city();
        boolean fixed = draft.version() > 0 || draft.subject().entry() != null;
        return writers.cities(caller).stream()
                .filter(city -> !fixed || city.equals(chosen))
                .map(city -> new Option(city.value(), cities.name(city, say), city.equals(chosen)))
                .toList();
    }

    private static List<Hidden> hidden(Draft.Subject about) {
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden("kind", about.kind().path()));
        add(hidden, "entry", value(about.entry()));
        add(hidden, "basis", about.basis());
        add(hidden, "adopts", value(about.adopts()));
        return hidden;
    }

    private static @Nullable String value(@Nullable EntryIri entry) {
        return entry == null ? null : entry.value();
    }

    private static void add(List<Hidden> hidden, String name, @Nullable String value) {
        if (value != null) {
            hidden.add(new Hidden(name, value));
        }
    }

    private static List<Term> addable(List<String> shown, Wording say) {
        return Languages.ALL.stream()
                .filter(language -> !shown.contains(language))
                .map(language -> new Term(language, say.languageName(language)))
                .toList();
    }

    private static FormView.Stage stage(Draft draft, Caller caller, Wording say) {
        boolean kept = draft.version() > 0;
        return new FormView.Stage(
                kept ? say.say("writing.state." + draft.state()) : "",
                kept ? say.when(draft.changed()) : null,
                draft.changedBy().name(),
                draft.state() == Draft.State.RETURNED ? draft.comment() : null,
                caller.mayPublish(draft.subject().city()),
                draft.state() == Draft.State.SUBMITTED,
                kept && Writers.mayDiscard(caller, draft));
    }

    private FormView.@Nullable Original original(
            Draft.Subject about, Entered entered, Wording say) {
        EntryIri source = about.adopts();
        boolean adopted = source != null;
        String iri = source != null ? source.value() : entered.first("sameProblemAs").orElse("");
        Optional<EntryRecord> other =
                EntryIri.parse(iri)
                        .filter(found -> writers.cityOf(found).isEmpty() || adopted)
                        .flatMap(projections.graph()::entry)
                        .filter(EntryRecord::isLive);
        return other.map(found ->
                        new FormView.Original(
                                Text.pick(found.title(), say.language()),
                                links.page(found.iri()),
                                cities.term(found.provenance().city(), say),
                                adopted))
                .orElse(null);
    }
}
