package org.silofri.node.web.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.identity.NodeIdentity;
import org.springframework.stereotype.Component;

/** Addresses of entries on this node, and of what lies elsewhere. */
@Component
public class EntryLinks {

    private final String own;

    EntryLinks(NodeIdentity identity) {
        this.own = identity.base(identity.name()).value();
    }

    /** Address of the entry's page on this node, whoever published it. */
    public String page(EntryIri entry) {
        String path = localPath(entry);
        return path.isEmpty() ? "/entry?iri=" + encoded(entry.value()) : path;
    }

    /** Address of the entry in a format, for example {@code ttl}. */
    public String data(EntryIri entry, String extension) {
        String path = localPath(entry);
        return path.isEmpty()
                ? "/entry?iri=" + encoded(entry.value()) + "&format=" + extension
                : path + "." + extension;
    }

    /** Path of the document when this node serves the IRI itself, else empty. */
    private String localPath(EntryIri entry) {
        if (!entry.base().equals(own) && !entry.base().startsWith(own + "/c/")) {
            return "";
        }
        String city = entry.base().substring(own.length());
        return city + "/doc/" + entry.kind().path() + "/" + entry.key();
    }

    /** The address when a browser may follow it: only the web's own schemes lead anywhere. */
    public static Optional<String> web(String iri) {
        return iri.startsWith("https://") || iri.startsWith("http://")
                ? Optional.of(iri)
                : Optional.empty();
    }

    /** A web address short enough to read: without scheme, {@code www.} and closing slash. */
    public static String shown(String iri) {
        String text = iri.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return text.length() > 70 ? text.substring(0, 69) + "…" : text;
    }

    /** A value within an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
