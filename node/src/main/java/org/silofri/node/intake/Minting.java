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
 * Makes the opaque last part of an entry IRI: a ULID in lower case. A row without a key of its own
 * gets the same one in each import, so that it cannot make two entries.
 */
final class Minting {

    private Minting() {}

    /** A key that was never given before. */
    static String fresh() {
        return text(UlidCreator.getMonotonicUlid());
    }

    /** The key for a row that brings none: the same content, the same key. */
    static String forContent(CityId city, Graph content) {
        return derived("content", city, lines(content).getBytes(StandardCharsets.UTF_8));
    }

    /** The graph as sorted lines; the same triples, the same text. */
    static String lines(Graph content) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RDFDataMgr.write(lines, content, Lang.NTRIPLES);
        return lines.toString(StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
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
