package org.silofri.catalogue.entry;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;
import org.silofri.ontology.Ontology;

/**
 * The JSON-LD contexts that are known by name, served from the ontology; no others are loaded. One
 * instance for one run of the parser.
 */
final class OwnContexts {

    /** IRI of the newest context. */
    static final String NEWEST = Ontology.VERSION_IRI + "/context.jsonld";

    private static final Duration MOST_TIME = Duration.ofSeconds(5);
    private static final Map<String, String> TEXTS = texts();

    private Optional<URI> foreign = Optional.empty();

    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (String version : Ontology.versions()) {
            String iri = Ontology.VERSION_IRI.replace(Ontology.VERSION, version);
            texts.put(iri + "/context.jsonld", Ontology.text(version, "context.jsonld"));
        }
        return Map.copyOf(texts);
    }

    /** Settings for the parser. */
    Context settings() {
        JsonLdOptions options = new JsonLdOptions(this::load);
        options.setTimeout(MOST_TIME);
        Context context = RIOT.getContext().copy();
        context.set(LangJSONLD11.JSONLD_OPTIONS, options);
        return context;
    }

    /** The context that was asked for and is not known here. */
    Optional<URI> foreign() {
        return foreign;
    }

    private Document load(URI iri, DocumentLoaderOptions ignored) throws JsonLdError {
        String text = TEXTS.get(iri.toString());
        if (text == null) {
            foreign = Optional.of(iri);
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "Context is not the network's");
        }
        return JsonDocument.of(new StringReader(text));
    }
}
