package org.silofri.catalogue.entry;

import java.util.regex.Pattern;

/**
 * The IRI under which a city mints its entries, fixed for life at admission: a name, not a machine
 * (WIRE "Names"). Forms that could be written in two ways are refused, never normalised (F18).
 *
 * @param value {@code http} or {@code https}, lower-case host, no default port, no trailing slash,
 *     query, fragment, user info, {@code %} or {@code ..}; at most 200 characters
 */
public record BaseIri(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?(/[A-Za-z0-9._~-]+)*");
    private static final int MOST_CHARACTERS = 200;

    /**
     * @throws IllegalArgumentException if the form is another
     */
    public BaseIri {
        if (value.length() > MOST_CHARACTERS
                || !FORM.matcher(value).matches()
                || value.contains("..")
                || hasDefaultPort(value)) {
            throw new IllegalArgumentException(
                    "Base IRI \"%s\" is not in its one plain form; write http(s)://host[:port][/path]"
                                    .formatted(value)
                            + " in lower case, without default port, %, .. or a slash at the end");
        }
    }

    private static boolean hasDefaultPort(String iri) {
        int path = iri.indexOf('/', "https://".length());
        String origin = path < 0 ? iri : iri.substring(0, path);
        return origin.startsWith("http:") ? origin.endsWith(":80") : origin.endsWith(":443");
    }

    /** Base of a city that is hosted on the node with this base: {@code {this}/c/{city}}. */
    public BaseIri hosted(CityId city) {
        return new BaseIri(value + "/c/" + city);
    }

    /**
     * IRI of an entry of this city.
     *
     * @param key opaque, see {@link EntryIri}
     */
    public EntryIri entry(EntryKind kind, String key) {
        return new EntryIri(value + "/id/" + kind.path() + "/" + key);
    }

    /**
     * Tells whether a part of the path is exactly {@code id}. Then entries under this base could be
     * read as entries under a shorter one, which ends before that part (WIRE "Names"); so no member
     * has such a base.
     */
    public boolean ambiguous() {
        int path = value.indexOf('/', value.indexOf("://") + 3);
        return path >= 0 && (value.substring(path) + "/").contains("/id/");
    }

    /** Tells whether the other base is this one or lies under it. */
    public boolean holds(BaseIri other) {
        return (other.value + "/").startsWith(value + "/");
    }

    /** Tells whether the entry lies under this base byte for byte (F18). */
    public boolean owns(EntryIri entry) {
        return entry.base().equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
