package org.silofri.catalogue.entry;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.atlas.lib.InternalErrorException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.silofri.catalogue.entry.RdfResult.Cause;
import org.silofri.catalogue.entry.RdfResult.Refused;

/**
 * Reads RDF from outside within the limits of F17: bytes and nesting are checked before a parser
 * sees the input, triples while it works. Never asks another host: of JSON-LD contexts only inline
 * ones and the network's own are known.
 */
public final class RdfInput {

    private RdfInput() {}

    /**
     * Reads one document.
     *
     * @param body as it came, UTF-8
     * @param base what {@code <>} stands for: the entry's IRI, or a placeholder until it has one
     */
    public static RdfResult read(byte[] body, RdfSyntax syntax, String base) {
        if (body.length > Limits.BYTES) {
            return new Refused(
                    Cause.TOO_LARGE,
                    0,
                    0,
                    "Input has %d bytes, more than %d; link larger content by URL and SHA-256"
                            .formatted(body.length, Limits.BYTES));
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            Optional<Refused> unsafe =
                    syntax == RdfSyntax.JSON_LD
                            ? JsonScan.check(text)
                            : NestingScan.tooDeep(text, Limits.DEPTH).map(RdfInput::tooDeep);
            return unsafe.isPresent() ? unsafe.get() : parse(text, syntax, base);
        } catch (CharacterCodingException e) {
            return syntax("Input is not UTF-8; save it as UTF-8");
        }
    }

    static Refused tooDeep(NestingScan.Place place) {
        return new Refused(
                Cause.TOO_DEEP,
                place.line(),
                place.column(),
                "Input is nested deeper than %d; name the inner things with <#name>"
                        .formatted(Limits.DEPTH));
    }

    private static RdfResult parse(String text, RdfSyntax syntax, String base) {
        Collector collector = new Collector();
        OwnContexts contexts = new OwnContexts();
        try {
            RDFParser.create()
                    .fromString(text)
                    .lang(syntax.lang())
                    .base(base)
                    .errorHandler(new Thrower())
                    .context(contexts.settings())
                    .parse(collector);
            return new RdfResult.Parsed(collector.graph);
        } catch (Stop e) {
            return e.refused;
        } catch (JenaException | InternalErrorException | NumberFormatException e) {
            return contexts.foreign()
                    .map(RdfInput::remote)
                    .orElseGet(() -> syntax(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            // Limits.DEPTH keeps recursion shallow; should a parser recurse otherwise, no crash
            return tooDeep(new NestingScan.Place(0, 0));
        }
    }

    private static Refused remote(URI context) {
        return new Refused(
                Cause.REMOTE_CONTEXT,
                0,
                0,
                "@context <%s> is not known here and is never fetched; write it into the input or use <%s>"
                        .formatted(context, OwnContexts.NEWEST));
    }

    private static Refused syntax(String message) {
        return new Refused(Cause.SYNTAX, 0, 0, message);
    }

    /** Ends the parser early. */
    private static final class Stop extends RiotException {
        private static final long serialVersionUID = 1L;
        private final transient Refused refused;

        Stop(Refused refused) {
            super(refused.message());
            this.refused = refused;
        }
    }

    /** Turns errors into places; warnings are judged by shapes and canonical form. */
    private static final class Thrower implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            if (line > 0) {
                throw new Stop(new Refused(Cause.SYNTAX, line, Math.max(0, column), message));
            }
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }

    private static final class Collector extends StreamRDFBase implements StreamRDF {
        private final Graph graph = GraphFactory.createGraphMem();
        private int seen;

        @Override
        public void triple(Triple triple) {
            if (++seen > Limits.TRIPLES) {
                throw new Stop(
                        new Refused(
                                Cause.TOO_LARGE,
                                0,
                                0,
                                "Input has more than %d triples; split it or link a data set"
                                        .formatted(Limits.TRIPLES)));
            }
            graph.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.isTriple() && !quad.isDefaultGraph()) {
                throw new Stop(
                        new Refused(
                                Cause.SYNTAX,
                                0,
                                0,
                                "Input has a named graph; write its triples outside of it"));
            }
            triple(quad.asTriple());
        }
    }
}
