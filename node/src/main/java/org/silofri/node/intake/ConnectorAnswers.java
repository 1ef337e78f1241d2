package org.silofri.node.intake;

import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.validation.IntakeResult;

/** Tells connectors what came of a wish, in the library's words. */
final class ConnectorAnswers {

    private ConnectorAnswers() {}

    static IntakeResult of(EditResult result) {
        return switch (result) {
            case EditResult.Saved(var entry, var position, var created, var warnings) ->
                    new IntakeResult.Published(entry, position, created);
            case EditResult.Acceptable(var entry, var created, var warnings) ->
                    new IntakeResult.Published(entry, Position.START, created);
            case EditResult.Unchanged(var entry, var position) -> new IntakeResult.Unchanged(entry);
            case EditResult.Repeated(var entry, var position, var created, var warnings) ->
                    new IntakeResult.Unchanged(entry);
            case EditResult.KeyReused(var entry) -> busy(entry);
            case EditResult.Refused(var violations) -> new IntakeResult.Refused(violations);
            case EditResult.Throttled(var retryAfter) -> new IntakeResult.Throttled(retryAfter);
            case EditResult.NotAllowed(var reason) -> new IntakeResult.NotAllowed(reason);
            case EditResult.ReadOnly(var reason) -> new IntakeResult.Unavailable(reason);
            case EditResult.Taken(var entry) -> busy(entry);
            case EditResult.Stale(var entry, var current) -> busy(entry);
            case EditResult.Missing(var entry) -> busy(entry);
        };
    }

    private static IntakeResult busy(EntryIri entry) {
        return new IntakeResult.Unavailable(
                "%s is being changed by somebody else; submit it again".formatted(entry));
    }
}
