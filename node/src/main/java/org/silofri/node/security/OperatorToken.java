package org.silofri.node.security;

import java.security.MessageDigest;
import java.util.Optional;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.stereotype.Component;

/** The operator's token: new at each start, handed over by a file that only the owner can read. */
@Component
public class OperatorToken {

    private final String text;
    private final CityId node;

    OperatorToken(TokenStore tokens, NodeIdentity identity) {
        text = tokens.secret();
        node = identity.name();
    }

    /** What {@code run.json} carries; never logged. */
    public String text() {
        return text;
    }

    public Optional<Caller> caller(String token) {
        return MessageDigest.isEqual(TokenStore.hash(token), TokenStore.hash(text))
                ? Optional.of(Caller.ofToken("operator", new Grant(Role.OPERATOR, node)))
                : Optional.empty();
    }
}
