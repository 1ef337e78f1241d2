package org.silofri.catalogue.entry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IRI of an entry: {@code {base}/id/{kind}/{key}} (WIRE "Names").
 *
 * @param value absolute, in its one plain form
 */
public record EntryIri(String value) implements Comparable<EntryIri> {

    private static final Pattern FORM =
            Pattern.compile("(https?://.+?)/id/([a-z-]{2,30})/([A-Za-z0-9][A-Za-z0-9._~-]{0,99})");

    /**
     * @throws IllegalArgumentException if the form is another
     */
    public EntryIri {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches() || EntryKind.ofPath(matcher.group(2)).isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no entry IRI; write {base}/id/{kind}/{key} with a known kind"
                            .formatted(value));
        }
        new BaseIri(matcher.group(1));
        if (value.contains("..")) {
            throw new IllegalArgumentException("Entry IRI \"%s\" contains \"..\"".formatted(value));
        }
    }

    /** The IRI when the text has the form of one. */
    public static Optional<EntryIri> parse(String text) {
        try {
            return Optional.of(new EntryIri(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The part before {@code /id/}. */
    public String base() {
        return part(1);
    }

    /** What the entry is about. */
    public EntryKind kind() {
        return EntryKind.ofPath(part(2)).orElseThrow();
    }

    /** Last part: a minted ULID in lower case, or the row's own key. */
    public String key() {
        return part(3);
    }

    /** IRI of one version: {@code {entry}/v/{epoch}.{seq}}. */
    public String version(long epoch, long seq) {
        return value + "/v/" + epoch + "." + seq;
    }

    /** Name of the graph that holds where the entry's triples come from. */
    public String provenanceGraph() {
        return value + "#prov";
    }

    private String part(int group) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException(value);
        }
        return matcher.group(group);
    }

    @Override
    public int compareTo(EntryIri other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
