package org.silofri.node.web.board;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.assignment.Objection;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.assignment.LeadResult;
import org.silofri.node.intake.EditResult;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Why something has no effect or was not done, in the reader's words, each with its remedy. */
@Component
class Objections {

    private final Cities cities;

    Objections(Cities cities) {
        this.cities = cities;
    }

    String words(Objection objection, Wording say) {
        return say.say("board.objection." + objection.why().key(), about(objection.about(), say));
    }

    private String about(@Nullable String about, Wording say) {
        if (about == null) {
            return "";
        }
        if (CityId.isValid(about)) {
            return cities.name(new CityId(about), say);
        }
        return EntryIri.parse(about).map(EntryIri::key).orElse(about);
    }

    /** Empty when it was done. */
    Optional<String> words(LeadResult result, Wording say) {
        return switch (result) {
            case LeadResult.Done done -> Optional.empty();
            case LeadResult.Objected(var objection) -> Optional.of(words(objection, say));
            case LeadResult.NotTaken(var edit, var done) -> words(edit, say);
            case LeadResult.NotHere notHere -> Optional.of(say.say("board.failed.elsewhere"));
        };
    }

    /** Empty when it was published, or said so before. */
    Optional<String> words(EditResult result, Wording say) {
        return switch (result) {
            case EditResult.Saved saved -> Optional.empty();
            case EditResult.Unchanged unchanged -> Optional.empty();
            case EditResult.Repeated repeated -> Optional.empty();
            case EditResult.Acceptable acceptable -> Optional.empty();
            case EditResult.Refused(var violations) -> Optional.of(words(violations, say));
            case EditResult.Throttled(var wait) ->
                    Optional.of(say.say("board.failed.throttled", wait.toSeconds() + 1));
            case EditResult.NotAllowed notAllowed -> Optional.of(say.say("board.failed.elsewhere"));
            case EditResult.ReadOnly readOnly -> Optional.of(say.say("board.failed.read-only"));
            case EditResult.KeyReused reused -> Optional.of(say.say("board.failed.stale"));
            case EditResult.Taken taken -> Optional.of(say.say("board.failed.stale"));
            case EditResult.Stale stale -> Optional.of(say.say("board.failed.stale"));
            case EditResult.Missing missing -> Optional.of(say.say("board.failed.stale"));
        };
    }

    private static String words(java.util.List<Violation> violations, Wording say) {
        return violations.stream()
                .map(broken -> broken.message(say.language()) + " " + broken.remedy(say.language()))
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
