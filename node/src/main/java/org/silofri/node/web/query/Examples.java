package org.silofri.node.web.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Wording;

/** The queries to start from; each stands in a file beside this class and is tested for rows. */
enum Examples {
    SCALED("scaled"),
    DISPROVED("disproved"),
    THEMES("themes"),
    PILOTS("pilots"),
    PARTNERS("partners"),
    ORIGIN("origin"),
    LEADS("leads", "board.query.leads"),
    LIKENESS("likeness", "board.query.likeness");

    /** Stands in the field at first. */
    static final Examples FIRST = SCALED;

    private final String id;
    private final String key;
    private final String text;

    Examples(String id) {
        this(id, "query.example." + id);
    }

    Examples(String id, String key) {
        this.id = id;
        this.key = key;
        this.text = read(id + ".rq");
    }

    /** The query itself. */
    String text() {
        return text;
    }

    static List<QueryView.Example> all(Wording say) {
        return Arrays.stream(values()).map(example -> example.view(say)).toList();
    }

    private QueryView.Example view(Wording say) {
        return new QueryView.Example(
                id,
                say.say(key),
                say.say(key + ".text"),
                text,
                "/query?query=" + EntryLinks.encoded(text));
    }

    private static String read(String file) {
        try (InputStream in = Examples.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Query " + file + " is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Query " + file + " cannot be read", e);
        }
    }
}
