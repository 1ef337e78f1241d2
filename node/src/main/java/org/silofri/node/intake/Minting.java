package org.silofri.node.intake;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.silofri.catalogue.entry.CityId;

/**
 * Makes the opaque last part of an entry IRI: a ULID in lower case. A wish that is made twice, by a
 * retry or a second import, gets the same key, so that it cannot make two entries.
 */
final class Minting {

    private Minting() {}

    /** A key that was never given before. */
    static String fresh() {
        return text(UlidCreator.getMonotonicUlid());
    }

    /** The key for this {@code Idempotency-Key} of this city. */
    static String forRequest(CityId city, String idempotencyKey) {
        return derived("request", city, idempotencyKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The key for a row that brings none: the same content, the same key. */
    static String forContent(CityId city, Graph content) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RDFDataMgr.write(lines, content, Lang.NTRIPLES);
        String sorted =
                lines.toString(StandardCharsets.UTF_8)
                        .lines()
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return derived("content", city, sorted.getBytes(StandardCharsets.UTF_8));
    }

    private static String derived(String purpose, CityId city, byte[] from) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((purpose + " " + city + "\n").getBytes(StandardCharsets.UTF_8));
            ByteBuffer digest = ByteBuffer.wrap(sha.digest(from));
            return text(new Ulid(digest.getLong(), digest.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(Ulid ulid) {
        return ulid.toString().toLowerCase(Locale.ROOT);
    }
}
