package org.silofri.catalogue.event;

import org.silofri.catalogue.event.VerifyResult.Reason;

/** Verifies statements outside the log. Safe for many threads if the keys are. */
public final class StatementVerifier {

    /** Longest compact form in characters: fork proofs make heads long. */
    public static final int MOST_JWS_CHARACTERS = 1024 * 1024;

    private final KeyLookup keys;

    public StatementVerifier(KeyLookup keys) {
        this.keys = keys;
    }

    /** Whether a statement is its author's. */
    public sealed interface Result {
        /** It is; whether it is the latest is the caller's to tell. */
        record Authentic(Statement statement, String jws) implements Result {}

        /** It is not. */
        record NotAuthentic(Reason reason, String detail) implements Result {}
    }

    /** Verifies the signature with the key of the city that the statement names. */
    public Result verify(String jws) {
        try {
            CompactJws parsed = CompactJws.parse(jws, MOST_JWS_CHARACTERS);
            Statement statement = StatementJson.read(parsed.content());
            return keys.key(statement.city(), parsed.kid(), at(statement))
                    .map(key -> signed(parsed, key, statement, jws))
                    .orElseGet(() -> refused(Reason.UNKNOWN_KEY, statement.city().value()));
        } catch (Malformed e) {
            return refused(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static Position at(Statement statement) {
        return switch (statement) {
            case Statement.HeadStatement head -> head.head();
            case Statement.NodePosition node ->
                    node.held().getOrDefault(node.city(), Position.START);
        };
    }

    private static Result signed(
            CompactJws parsed, PublicKey key, Statement statement, String jws) {
        return parsed.isSignedBy(key)
                ? new Result.Authentic(statement, jws)
                : refused(Reason.BAD_SIGNATURE, statement.city().value());
    }

    private static Result refused(Reason reason, String detail) {
        return new Result.NotAuthentic(reason, detail);
    }
}
