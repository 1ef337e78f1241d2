package org.silofri.node.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.negotiation.Accept;
import org.springframework.http.MediaType;

/** The forms in which a page can be had; the first one is the form for who does not care. */
enum PageForm {
    /** The author's exact bytes, for nodes. */
    CLOUD_EVENTS("application/cloudevents-batch+json"),
    /** LDES, for any client that follows event streams; so are the others. */
    TURTLE("text/turtle"),
    JSON_LD("application/ld+json"),
    N_TRIPLES("application/n-triples"),
    RDF_XML("application/rdf+xml");

    private final String mediaType;

    PageForm(String mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** The form that an {@code Accept} header prefers; empty when there is none that it allows. */
    static Optional<PageForm> of(String accept) {
        return Accept.of(accept)
                .best(types())
                .flatMap(type ->
                        Arrays.stream(values())
                                .filter(form -> form.mediaType.equals(type))
                                .findFirst());
    }

    /** Media types of all forms. */
    static List<String> types() {
        return Arrays.stream(values()).map(form -> form.mediaType).toList();
    }
}
