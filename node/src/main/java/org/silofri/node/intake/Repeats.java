package org.silofri.node.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.AnsweredRequest;
import org.silofri.catalogue.log.RequestKey;
import org.silofri.catalogue.log.Requests;
import org.silofri.catalogue.validation.Violation;
import org.silofri.node.intake.Preparation.Prepared;
import org.silofri.node.log.LogService;

/** Tells a request that was answered before from a new one (ADR 0061). */
final class Repeats {

    private final LogService logs;
    private final Preparation preparation;

    Repeats(LogService logs, Preparation preparation) {
        this.logs = logs;
        this.preparation = preparation;
    }

    /** A wish to create, with what its sender calls it. */
    record Request(RequestKey key, Graph graph) {

        /** The same triples in any form are the same content; of the key only a hash is kept. */
        static Request of(String idempotencyKey, Graph graph) {
            byte[] name = idempotencyKey.getBytes(StandardCharsets.UTF_8);
            byte[] content = ("\n" + Minting.lines(graph)).getBytes(StandardCharsets.UTF_8);
            return new Request(
                    new RequestKey(Hashes.sha256(name), Hashes.sha256(name, content)), graph);
        }
    }

    /** What came of the first request of that name; empty when this one is the first. */
    Optional<EditResult> answer(CityId city, Request request, Instant now) {
        return requests()
                .find(city, request.key().name(), now)
                .map(first -> answer(first, request));
    }

    /** What came of the first request of that name, which somebody else has just found. */
    EditResult answer(AnsweredRequest first, Request request) {
        return first.key().equals(request.key())
                ? new EditResult.Repeated(
                        first.entry(),
                        first.position(),
                        first.appended(),
                        warnings(first.entry(), request.graph()))
                : new EditResult.KeyReused(first.entry());
    }

    /** Remembers that the entry said so already. */
    EditResult unchanged(
            CityId city, Request request, EntryIri entry, Position position, Instant now) {
        AnsweredRequest answered = new AnsweredRequest(request.key(), entry, position, false);
        AnsweredRequest first = requests().remember(city, answered, now);
        return first.equals(answered)
                ? new EditResult.Unchanged(entry, position)
                : answer(first, request);
    }

    private List<Violation> warnings(EntryIri entry, Graph graph) {
        return preparation.prepare(new BaseIri(entry.base()), entry, graph)
                        instanceof Prepared.Ready(var snapshot, var warnings)
                ? warnings
                : List.of();
    }

    private Requests requests() {
        return logs.log().requests();
    }
}
