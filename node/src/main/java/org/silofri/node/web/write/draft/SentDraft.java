package org.silofri.node.web.write.draft;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.intake.draft.Drafts;
import org.silofri.node.security.Caller;
import org.silofri.node.web.write.Writers;
import org.silofri.node.web.write.form.Entered;
import org.silofri.node.web.write.form.Fields;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what a form has sent; believes only what the caller may do. */
@Component
class SentDraft {

    private final Writers writers;
    private final Drafts drafts;
    private final InstantSource clock;

    SentDraft(Writers writers, Drafts drafts, InstantSource clock) {
        this.writers = writers;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * The draft as it was sent, at the version that its author has seen.
     *
     * @return empty when it was kept once and is there no more
     */
    Optional<Draft> read(Caller caller, String id, MultiValueMap<String, String> sent) {
        if (!Drafts.isId(id)) {
            throw DraftPage.notFound();
        }
        long seen = version(sent.getFirst("version"));
        Optional<Draft> kept = drafts.find(id);
        if (kept.isPresent()) {
            Draft draft = kept.get();
            if (!caller.mayEdit(draft.subject().city())) {
                throw DraftPage.notFound();
            }
            Entered entered = Entered.of(draft.subject().kind(), sent);
            return Optional.of(seenAt(draft.with(entered.values()), seen));
        }
        return seen > 0 ? Optional.empty() : Optional.of(fresh(caller, id, sent));
    }

    private static Draft seenAt(Draft draft, long version) {
        return new Draft(
                draft.id(),
                draft.subject(),
                draft.content(),
                draft.state(),
                draft.comment(),
                draft.author(),
                draft.changedBy(),
                version,
                draft.changed());
    }

    private Draft fresh(Caller caller, String id, MultiValueMap<String, String> sent) {
        EntryKind kind =
                Optional.ofNullable(sent.getFirst("kind"))
                        .flatMap(EntryKind::ofPath)
                        .filter(Fields.KINDS::contains)
                        .orElseThrow(DraftPage::notFound);
        EntryIri entry = iri(sent.getFirst("entry"));
        CityId city =
                entry == null
                        ? writers.city(caller, sent.getFirst("city"))
                        : writers.cityOf(caller, entry);
        if (entry != null && entry.kind() != kind) {
            throw DraftPage.notFound();
        }
        EntryIri adopts = entry == null ? iri(sent.getFirst("adopts")) : null;
        var subject = new Draft.Subject(city, kind, entry, basis(entry, sent), adopts);
        return Draft.begun(
                id,
                subject,
                Entered.of(kind, sent).values(),
                Writers.author(caller),
                clock.instant());
    }

    private static @Nullable String basis(
            @Nullable EntryIri entry, MultiValueMap<String, String> sent) {
        String basis = sent.getFirst("basis");
        return entry == null || basis == null || basis.length() > 40 ? null : basis;
    }

    private static @Nullable EntryIri iri(@Nullable String value) {
        return value == null ? null : EntryIri.parse(value).orElseThrow(DraftPage::notFound);
    }

    private static long version(@Nullable String value) {
        try {
            return value == null ? 0 : Math.max(0, Long.parseLong(value));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
