package org.silofri.node.follow.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.stereotype.Component;

/**
 * Signed links that end an account's digests without signing in. A link ends nothing else, works as
 * long as the node's secret does, and cannot be made for somebody else.
 */
@Component
public class UnsubscribeLinks {

    /** Where the links lead. */
    public static final String PATH = "/unsubscribe";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "silofri unsubscribe digest ";
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,40})\\.([A-Za-z0-9_-]{43})");

    private final URI node;
    private final byte[] secret;

    UnsubscribeLinks(NodeIdentity identity) {
        this.node = identity.url();
        this.secret = identity.secret("unsubscribe");
    }

    /** The link of an account. */
    public URI of(String account) {
        String base = node.toString();
        String plain = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return URI.create(plain + PATH + "?t=" + account + "." + signature(account));
    }

    /** The account whose link that is; empty when this node did not make it. */
    public Optional<String> account(String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String account = parts.group(1);
        return MessageDigest.isEqual(
                        signature(account).getBytes(StandardCharsets.US_ASCII),
                        parts.group(2).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(account)
                : Optional.empty();
    }

    private String signature(String account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            mac.doFinal((PURPOSE + account).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
