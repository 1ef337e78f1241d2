package org.silofri.node.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

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
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream().map(PageForm::in).flatMap(Optional::stream).findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private static Optional<PageForm> in(MediaType wanted) {
        for (PageForm form : values()) {
            if (wanted.includes(form.mediaType())) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
