package org.silofri.node.web.write.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.catalogue.search.Facet;
import org.silofri.catalogue.search.SearchRequest;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.entry.Licences;
import org.silofri.node.web.entry.Properties;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.write.draft.FieldView.Choice;
import org.silofri.node.web.write.draft.FieldView.Input;
import org.silofri.node.web.write.draft.FieldView.Look;
import org.silofri.node.web.write.draft.FieldView.Suggestion;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.Field;
import org.silofri.ontology.CodeList;
import org.springframework.stereotype.Component;

/** Puts the fields of a form in the reader's words. */
@Component
class FieldViews {

    private static final int MOST_SUGGESTIONS = 100;

    /** Fields that are explained beyond their label ({@code writing.hint.…}). */
    private static final Set<String> HINTS =
            Set.of(
                    "title",
                    "description",
                    "theme",
                    "licence",
                    "source",
                    "evidence",
                    "scales",
                    "rung",
                    "verdict",
                    "relative",
                    "baseYear",
                    "targetYear",
                    "targetValue",
                    "unit",
                    "startDate",
                    "endDate",
                    "evidenceLevel",
                    "costAvoided",
                    "hypothesis",
                    "affects");

    private final Projections projections;

    FieldViews(Projections projections) {
        this.projections = projections;
    }

    /**
     * A field filled in.
     *
     * @param languages in which it is shown, the reader's first
     * @param problems what is wrong with it
     */
    FieldView view(
            Field field,
            Entered entered,
            List<String> languages,
            CityId city,
            List<String> problems,
            boolean required,
            Wording say) {
        return new FieldView(
                field.name(),
                look(field),
                label(field, say),
                HINTS.contains(field.name()) ? say.say("writing.hint." + field.name()) : null,
                required,
                inputs(field, entered, languages, say),
                options(field, entered, say),
                field.type() == Field.Type.ENTRIES ? suggestions(field, city, say) : List.of(),
                problems);
    }

    static String label(Field field, Wording say) {
        return Properties.label(field.property().toString(), say);
    }

    private static Look look(Field field) {
        return switch (field.type()) {
            case LINE -> Look.LINES;
            case TEXT -> Look.AREAS;
            case CHOICE, LICENCE -> Look.SELECT;
            case CHOICES -> Look.CHECKS;
            case FLAG -> Look.FLAG;
            case SOURCES, ADDRESSES -> Look.LIST;
            case ENTRIES -> Look.LINKS;
            case WHOLE, DECIMAL, DATE, YEAR, PLAIN -> Look.SHORT;
        };
    }

    private List<Input> inputs(Field field, Entered entered, List<String> languages, Wording say) {
        String id = "f-" + field.name();
        return switch (look(field)) {
            case LINES, AREAS -> {
                List<Input> inputs = new ArrayList<>();
                for (String language : languages) {
                    inputs.add(
                            new Input(
                                    // the summary of what is wrong leads to the first of them
                                    inputs.isEmpty() ? id : id + "-" + language,
                                    field.in(language),
                                    language.equals(say.language()) ? null : language,
                                    say.languageName(language),
                                    entered.shown(field.in(language)),
                                    null));
                }
                yield inputs;
            }
            case LINKS -> links(id, field, entered, say);
            case LIST, SHORT ->
                    List.of(
                            new Input(
                                    id, field.name(), null, "", entered.shown(field.name()), null));
            case SELECT, CHECKS, FLAG -> List.of();
        };
    }

    /** Each entry that is referred to, and room for one more. */
    private List<Input> links(String id, Field field, Entered entered, Wording say) {
        List<Input> inputs = new ArrayList<>();
        for (String value :
                Stream.concat(entered.all(field.name()).stream(), Stream.of("")).toList()) {
            String place = inputs.isEmpty() ? id : id + "-" + inputs.size();
            inputs.add(new Input(place, field.name(), null, "", value, title(value, say)));
        }
        return inputs;
    }

    private @Nullable Text title(String iri, Wording say) {
        return EntryIri.parse(iri)
                .flatMap(projections.graph()::entry)
                .filter(EntryRecord::isLive)
                .map(entry -> Text.pick(entry.title(), say.language()))
                .orElse(null);
    }

    private List<Suggestion> suggestions(Field field, CityId city, Wording say) {
        Set<String> kinds = Set.copyOf(field.targets().stream().map(EntryKind::path).toList());
        Map<Facet, Set<String>> filters =
                kinds.isEmpty()
                        ? Map.of(Facet.CITY, Set.of(city.value()))
                        : Map.of(Facet.CITY, Set.of(city.value()), Facet.KIND, kinds);
        var request = new SearchRequest("", say.language(), filters, 1, MOST_SUGGESTIONS);
        return projections.index().search(request).hits().stream()
                .map(hit ->
                        new Suggestion(
                                hit.iri().value(), Text.pick(hit.title(), say.language()).value()))
                .toList();
    }

    private static List<Choice> options(Field field, Entered entered, Wording say) {
        List<String> chosen = entered.all(field.name());
        CodeList list = field.list();
        List<Choice> options = new ArrayList<>();
        if (list != null) {
            list.concepts()
                    .forEach(concept ->
                            options.add(
                                    option(
                                            field,
                                            concept.notation(),
                                            concept.label(say.language()),
                                            chosen)));
        } else if (field.type() == Field.Type.LICENCE) {
            Licences.offered()
                    .forEach((iri, name) -> options.add(option(field, iri, name, chosen)));
        } else if (field.type() == Field.Type.FLAG) {
            options.add(option(field, "true", label(field, say), chosen));
        }
        for (String value : chosen) {
            boolean known = options.stream().anyMatch(option -> option.value().equals(value));
            if (!known && (list != null || field.type() == Field.Type.LICENCE)) {
                options.add(option(field, value, shown(field, value, say), chosen));
            }
        }
        return options;
    }

    private static Choice option(Field field, String value, String label, List<String> chosen) {
        String id = "f-" + field.name() + "-" + value.replaceAll("[^A-Za-z0-9]+", "-");
        return new Choice(id, value, label, "", chosen.contains(value));
    }

    /** A value as somebody reads it who compares two versions. */
    static String shown(Field field, String value, Wording say) {
        CodeList list = field.list();
        if (list != null) {
            return list.concept(value).map(concept -> concept.label(say.language())).orElse(value);
        }
        return switch (field.type()) {
            case LICENCE -> Licences.name(value);
            case FLAG -> say.say(value.equals("true") ? "entry.yes" : "entry.no");
            default -> value;
        };
    }
}
