package org.silofri.catalogue.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.event.VerifyResult.Authentic;
import org.silofri.catalogue.event.VerifyResult.NotAuthentic;
import org.silofri.catalogue.event.VerifyResult.Reason;

/**
 * Verifies a contiguous run of one city's events by its hash chain and the last signature of each
 * stretch with one key in one epoch (F2a): {@code prev} of a signed event commits to all bytes
 * before it. Safe for many threads if the keys are.
 */
public final class RunVerifier {

    private final KeyLookup keys;
    private final EventVerifier single;

    public RunVerifier(KeyLookup keys) {
        this.keys = keys;
        this.single = new EventVerifier(keys);
    }

    /**
     * How far a run is authentic.
     *
     * @param authentic the longest authentic beginning of the run, in order
     * @param refusal why the next one is not; empty when all are
     */
    public record RunResult(List<SignedEvent> authentic, Optional<NotAuthentic> refusal) {}

    /** Verifies events in the order of the log; the first one's {@code prev} is the caller's. */
    public RunResult verify(List<SignedEvent> run) {
        List<SignedEvent> authentic = new ArrayList<>();
        List<Link> stretch = new ArrayList<>();
        Optional<Link> before = Optional.empty();
        for (SignedEvent event : run) {
            Checked checked = check(event, before);
            Link link = checked.link().orElse(null);
            if (link == null || (!stretch.isEmpty() && !stretch.getLast().continues(link))) {
                Optional<NotAuthentic> refusal = close(stretch, authentic);
                if (refusal.isPresent() || link == null) {
                    return new RunResult(authentic, refusal.or(checked::refusal));
                }
                stretch.clear();
            }
            stretch.add(link);
            before = Optional.of(link);
        }
        return new RunResult(authentic, close(stretch, authentic));
    }

    /** Verifies the last signature; only if it fails, each one up to the first false one. */
    private Optional<NotAuthentic> close(List<Link> stretch, List<SignedEvent> authentic) {
        if (stretch.isEmpty()) {
            return Optional.empty();
        }
        if (single.verify(stretch.getLast().event()) instanceof Authentic) {
            stretch.forEach(link -> authentic.add(link.event()));
            return Optional.empty();
        }
        for (Link link : stretch) {
            if (single.verify(link.event()) instanceof NotAuthentic refused) {
                return Optional.of(refused);
            }
            authentic.add(link.event());
        }
        return Optional.empty();
    }

    /** All but the signature: form, payload, a key that was valid there, and the chain. */
    private Checked check(SignedEvent event, Optional<Link> before) {
        try {
            CompactJws jws = CompactJws.parse(event.jws(), SignedEvent.MOST_JWS_CHARACTERS);
            Envelope envelope = EnvelopeJson.read(jws.content()).envelope();
            Link link =
                    new Link(
                            new SignedEvent(envelope, event.jws(), event.payload()),
                            jws.kid(),
                            event.hash());
            Payload payload = event.payload();
            if (payload != null && !payload.hash().equals(envelope.payloadHash())) {
                return Checked.refused(Reason.PAYLOAD_MISMATCH, envelope.id());
            }
            if (keys.key(envelope.city(), jws.kid(), envelope.position()).isEmpty()) {
                return Checked.refused(Reason.UNKNOWN_KEY, envelope.id());
            }
            if (before.isPresent() && !before.get().leadsTo(envelope)) {
                return Checked.refused(Reason.CHAIN_BROKEN, envelope.id());
            }
            return new Checked(Optional.of(link), Optional.empty());
        } catch (Malformed e) {
            return Checked.refused(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private record Checked(Optional<Link> link, Optional<NotAuthentic> refusal) {
        static Checked refused(Reason reason, String detail) {
            return new Checked(Optional.empty(), Optional.of(new NotAuthentic(reason, detail)));
        }
    }

    private record Link(SignedEvent event, String kid, String hash) {

        boolean continues(Link next) {
            return kid.equals(next.kid)
                    && event.envelope().epoch() == next.event.envelope().epoch();
        }

        /** An epoch may open after any kept event; the sequence gate judges that. */
        boolean leadsTo(Envelope next) {
            return next.city().equals(event.city())
                    && (next.epoch() != event.envelope().epoch()
                            || (next.seq() == event.envelope().seq() + 1
                                    && next.prev().equals(hash)));
        }
    }
}
