package org.silofri.catalogue.replication;

import java.util.Optional;
import org.silofri.catalogue.event.CatalogueEvent;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.VerifyResult;
import org.silofri.catalogue.log.Verdict;

/**
 * Something that arrived, through whatever door, with what is known of it by itself.
 *
 * @param verified whether its author signed it
 * @param finding what is wrong with its content, empty when it is sound or has no payload yet
 * @param resolvesFork tells whether it opens an epoch by order of the coordinator, checked (F7)
 */
public record Incoming(
        VerifyResult verified, Optional<Verdict.Quarantined> finding, boolean resolvesFork) {

    /** An authentic event of which nothing more is known than that it can be read. */
    public static Incoming of(SignedEvent event) {
        return new Incoming(new VerifyResult.Authentic(event), decoded(event), false);
    }

    /** Something whose verification failed. */
    public static Incoming notAuthentic(VerifyResult.NotAuthentic refusal) {
        return new Incoming(refusal, Optional.empty(), false);
    }

    private static Optional<Verdict.Quarantined> decoded(SignedEvent event) {
        return switch (CatalogueEvent.decode(event)) {
            case Decoded.Sound sound -> Optional.empty();
            case Decoded.Pending pending -> Optional.empty();
            case Decoded.Faulty(var header, var reason, var detail) ->
                    Optional.of(new Verdict.Quarantined(reason, detail, Optional.empty()));
        };
    }
}
