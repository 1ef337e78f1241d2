package org.silofri.node.web.write.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.web.wording.Terms;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.EnteredGraph;
import org.silofri.node.web.write.form.Field;
import org.silofri.node.web.write.form.Fields;
import org.silofri.node.web.write.publish.PublishedVersions;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Two wrote at once: shows both, lets the second choose, loses neither.
 *
 * @see <a href="file:docs/decisions/0091-two-writers-see-both-texts.md">ADR 0091</a>
 */
@Component
class Conflicts {

    /** Before the names of what the reader wrote, when it is sent back. */
    static final String MINE = "mine.";

    /** Before the names of the choices. */
    static final String PICK = "pick.";

    private final PublishedVersions versions;

    Conflicts(PublishedVersions versions) {
        this.versions = versions;
    }

    /** Two kept the same draft. */
    ConflictView ofDrafts(Draft mine, Draft theirs, Wording say) {
        Entered own = new Entered(mine.content());
        Entered other = new Entered(theirs.content());
        EntryKind kind = mine.subject().kind();
        return view(
                mine,
                theirs.version(),
                null,
                differences(kind, own, other, null, say),
                theirs.changedBy().name(),
                say.when(theirs.changed()),
                say);
    }

    /**
     * A draft was kept, and its entry was published anew meanwhile.
     *
     * @return empty when the entry is there no more
     */
    Optional<ConflictView> withPublished(Draft mine, Wording say) {
        EntryIri entry = mine.subject().entry();
        if (entry == null) {
            return Optional.empty();
        }
        Entered own = new Entered(mine.content());
        String basis = mine.subject().basis();
        Optional<Entered> seen =
                versions.at(entry, basis == null ? "" : basis)
                        .map(version -> entered(entry, version));
        return versions.latest(entry)
                .map(latest ->
                        view(
                                mine,
                                mine.version(),
                                latest.etag(),
                                differences(
                                        entry.kind(),
                                        own,
                                        entered(entry, latest),
                                        seen.orElse(null),
                                        say),
                                "",
                                null,
                                say));
    }

    /**
     * What comes of the choice between two drafts.
     *
     * @param theirs the version that is kept
     */
    Draft settled(Draft theirs, MultiValueMap<String, String> sent) {
        var mine = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith(MINE)) {
                mine.put(name.substring(MINE.length()), values);
            }
        });
        EntryKind kind = theirs.subject().kind();
        Entered other = new Entered(theirs.content());
        return theirs.with(chosen(kind, Entered.of(kind, mine), other, sent).values());
    }

    /**
     * What comes of the choice between a draft and the published version of that name.
     *
     * @return empty when that version is not held
     */
    Optional<Draft> settled(Draft mine, String basis, MultiValueMap<String, String> sent) {
        EntryIri entry = mine.subject().entry();
        return entry == null
                ? Optional.empty()
                : versions.at(entry, basis)
                        .map(version -> entered(entry, version))
                        .map(theirs ->
                                chosen(entry.kind(), new Entered(mine.content()), theirs, sent))
                        .map(both -> mine.with(both.values()).about(mine.subject().at(basis)));
    }

    private static Entered entered(EntryIri entry, PublishedVersions.Version version) {
        return EnteredGraph.read(
                entry.kind(), version.graph(), NodeFactory.createURI(entry.value()));
    }

    /** Theirs, but for what the reader chose of the own. */
    private static Entered chosen(
            EntryKind kind, Entered mine, Entered theirs, MultiValueMap<String, String> sent) {
        Set<String> languages = new LinkedHashSet<>(mine.all(Fields.LANGUAGES));
        languages.addAll(theirs.all(Fields.LANGUAGES));
        Entered both = theirs.with(Fields.LANGUAGES, List.copyOf(languages));
        for (String name : names(kind, mine, theirs)) {
            if (!"theirs".equals(sent.getFirst(PICK + name))) {
                both = both.with(name, mine.all(name));
            }
        }
        return both;
    }

    private static List<String> names(EntryKind kind, Entered mine, Entered theirs) {
        Set<String> languages = new LinkedHashSet<>(mine.all(Fields.LANGUAGES));
        languages.addAll(theirs.all(Fields.LANGUAGES));
        List<String> names = new ArrayList<>();
        for (Field field : Fields.of(kind)) {
            if (field.type().byLanguage()) {
                languages.forEach(language -> names.add(field.in(language)));
            } else {
                names.add(field.name());
            }
        }
        return names;
    }

    private static List<ConflictView.Difference> differences(
            EntryKind kind, Entered mine, Entered theirs, @Nullable Entered seen, Wording say) {
        List<ConflictView.Difference> differences = new ArrayList<>();
        for (String name : names(kind, mine, theirs)) {
            if (!mine.all(name).equals(theirs.all(name))) {
                String[] parts = name.split("\\.", 2);
                Field field = Fields.of(kind, parts[0]).orElseThrow();
                String language = parts.length > 1 ? parts[1] : "";
                boolean untouched = seen != null && mine.all(name).equals(seen.all(name));
                differences.add(
                        new ConflictView.Difference(
                                name,
                                FieldViews.label(field, say),
                                language.isEmpty() ? null : language,
                                language.isEmpty() ? "" : say.languageName(language),
                                shown(field, mine.all(name), say),
                                shown(field, theirs.all(name), say),
                                !untouched));
            }
        }
        return differences;
    }

    private static String shown(Field field, List<String> values, Wording say) {
        return values.stream()
                .map(value -> FieldViews.shown(field, value, say))
                .collect(Collectors.joining("\n"));
    }

    private static ConflictView view(
            Draft mine,
            long version,
            @Nullable String basis,
            List<ConflictView.Difference> differences,
            String who,
            @Nullable When when,
            Wording say) {
        Entered own = new Entered(mine.content());
        List<FormView.Hidden> sent = new ArrayList<>();
        own.values()
                .forEach((name, values) ->
                        values.forEach(value -> sent.add(new FormView.Hidden(MINE + name, value))));
        return new ConflictView(
                "/write/draft/" + mine.id() + "/settled",
                version,
                basis,
                Terms.kind(mine.subject().kind(), say.language()),
                Text.plain(FormViews.title(own, own.languages(say.language()))),
                who,
                when,
                differences,
                sent);
    }
}
