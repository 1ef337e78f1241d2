package org.silofri.catalogue.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;

/** Syntaxes in which RDF may come in. */
public enum RdfSyntax {
    TURTLE("text/turtle"),
    JSON_LD("application/ld+json"),
    N_TRIPLES("application/n-triples");

    private final String mediaType;

    RdfSyntax(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As in Content-Type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    Lang lang() {
        return switch (this) {
            case TURTLE -> Lang.TURTLE;
            case JSON_LD -> Lang.JSONLD;
            case N_TRIPLES -> Lang.NTRIPLES;
        };
    }

    /**
     * The syntax of a Content-Type.
     *
     * @param contentType with or without parameters
     * @return empty for others
     */
    public static Optional<RdfSyntax> ofContentType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        String plain = type.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.mediaType.equals(plain)).findFirst();
    }
}
