package org.silofri.catalogue.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The one byte form of an entry's triples (WIRE "Payload"): no blank nodes, every subject the entry
 * or a fragment of it, literals in the form that the graph store gives back, text in NFC, lines
 * sorted by their UTF-8 bytes and each ended by a line feed.
 */
public final class CanonicalNTriples {

    private static final int MOST_PROBLEMS = 20;

    private CanonicalNTriples() {}

    /**
     * Brings a graph into canonical form.
     *
     * @param graph any triples; literals are normalised, two that become one are kept once
     * @param entry what they are about
     */
    public static CanonicalResult of(Graph graph, EntryIri entry) {
        List<String> problems = new ArrayList<>();
        byte[] bytes = write(graph.find(), Optional.of(entry), problems);
        if (problems.isEmpty() && bytes.length > Limits.BYTES) {
            problems.add(
                    "Entry %s has %d bytes, more than %d; link larger content by URL and SHA-256"
                            .formatted(entry, bytes.length, Limits.BYTES));
        }
        return problems.isEmpty()
                ? new CanonicalResult.Canonical(Snapshot.of(entry, bytes))
                : new CanonicalResult.Refused(problems);
    }

    /**
     * Checks bytes that claim to be an entry's canonical form.
     *
     * @return the same bytes as a snapshot, or what is wrong with them
     */
    public static CanonicalResult read(byte[] bytes, EntryIri entry) {
        byte[] own = bytes.clone();
        try {
            List<Triple> triples = check(own, Optional.of(entry));
            return new CanonicalResult.Canonical(Snapshot.of(entry, own, triples));
        } catch (NotCanonical e) {
            return new CanonicalResult.Refused(e.problems());
        }
    }

    /**
     * Reads canonical bytes of whatever subjects; a new graph at each call, compared by term.
     *
     * @throws NotCanonical if one byte differs from the canonical form of what was read, or the
     *     size is beyond {@link Limits}
     */
    public static Graph parse(byte[] canonical) {
        Graph graph = GraphFactory.createGraphMem();
        check(canonical, Optional.empty()).forEach(graph::add);
        return graph;
    }

    /** Reads N-Triples, in the order of their lines. */
    static List<Triple> triples(byte[] canonical) {
        List<Triple> triples = new ArrayList<>();
        readInto(triples, decode(canonical));
        return triples;
    }

    private static List<Triple> check(byte[] canonical, Optional<EntryIri> entry) {
        if (canonical.length > Limits.BYTES) {
            throw new NotCanonical(List.of("more than " + Limits.BYTES + " bytes"));
        }
        List<Triple> triples = triples(canonical);
        List<String> problems = new ArrayList<>();
        byte[] again = write(triples.iterator(), entry, problems);
        if (problems.isEmpty() && !Arrays.equals(again, canonical)) {
            problems.add("bytes differ from the canonical form of the triples they hold");
        }
        if (!problems.isEmpty()) {
            throw new NotCanonical(problems);
        }
        return triples;
    }

    private static void readInto(List<Triple> triples, String text) {
        NestingScan.tooDeep(text, 0)
                .ifPresent(place -> {
                    throw new NotCanonical(List.of(place + ": nested term"));
                });
        try {
            RDFParser.fromString(text, Lang.NTRIPLES)
                    .checking(false)
                    // without warnings: what counts is whether writing gives the same bytes
                    .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
                    .parse(
                            new StreamRDFBase() {
                                @Override
                                public void triple(Triple triple) {
                                    triples.add(triple);
                                }
                            });
        } catch (RiotException | NumberFormatException e) {
            // the latter: Jena on a second with more than nine digits
            throw new NotCanonical(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new NotCanonical(List.of("not UTF-8"));
        }
    }

    private static byte[] write(
            Iterator<Triple> all, Optional<EntryIri> entry, List<String> problems) {
        TreeSet<byte[]> lines = new TreeSet<>(Arrays::compareUnsigned);
        TermWriter terms = new TermWriter(entry);
        int size = 0;
        while (all.hasNext()) {
            try {
                byte[] line = terms.line(all.next()).getBytes(StandardCharsets.UTF_8);
                size += lines.add(line) ? line.length : 0;
            } catch (TermWriter.Refused e) {
                problems.add(e.getMessage());
            }
            if (problems.size() >= MOST_PROBLEMS || lines.size() > Limits.TRIPLES) {
                break;
            }
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("Entry says nothing; give it at least a type and a title");
        }
        if (lines.size() > Limits.TRIPLES) {
            problems.add(
                    "Entry has more than %d triples; split it or link a data set"
                            .formatted(Limits.TRIPLES));
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        lines.forEach(bytes::put);
        return bytes.array();
    }
}
