package org.silofri.node.assignment;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.ontology.SF;

/** Changes what a problem says about a shared one, and nothing else. */
final class LikenessRdf {

    private static final Node SAME = SF.sameProblemAs.asNode();
    private static final Node DIFFERS = SF.differsFrom.asNode();
    private static final Node DIFFERENCE = SF.difference.asNode();

    private LikenessRdf() {}

    /**
     * @param graph the problem as it stands; changed
     * @param reason why it differs; empty when it is the same
     */
    static Graph saying(
            EntryIri problem, Graph graph, EntryIri shared, Map<String, String> reason) {
        Node subject = NodeFactory.createURI(problem.value());
        Node target = NodeFactory.createURI(shared.value());
        forget(graph, subject, target);
        if (reason.isEmpty()) {
            graph.add(subject, SAME, target);
            return graph;
        }
        Node part = NodeFactory.createURI(problem.value() + "#difference-" + shared.key());
        graph.add(subject, DIFFERS, target);
        graph.add(subject, DIFFERENCE, part);
        graph.add(part, DIFFERS, target);
        reason.forEach((language, text) ->
                graph.add(part, SF.reason.asNode(), NodeFactory.createLiteralLang(text, language)));
        return graph;
    }

    private static void forget(Graph graph, Node subject, Node target) {
        graph.delete(Triple.create(subject, SAME, target));
        graph.delete(Triple.create(subject, DIFFERS, target));
        List<Node> parts =
                graph.find(subject, DIFFERENCE, Node.ANY).mapWith(t -> t.getObject()).toList();
        parts.stream()
                .filter(part -> graph.contains(part, DIFFERS, target))
                .forEach(part -> {
                    graph.remove(part, Node.ANY, Node.ANY);
                    graph.delete(Triple.create(subject, DIFFERENCE, part));
                });
    }
}
