package org.silofri.catalogue.validation;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes findings as a validation report.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL, validation report</a>
 */
final class ValidationReportGraph {

    private static final Node TYPE = RDF.type.asNode();

    private ValidationReportGraph() {}

    static Graph of(List<Violation> findings) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
        Node report = NodeFactory.createBlankNode();
        boolean conforms = findings.isEmpty();
        graph.add(report, TYPE, SHACL.ValidationReport);
        graph.add(report, SHACL.conforms, conforms ? NodeConst.nodeTrue : NodeConst.nodeFalse);
        for (Violation finding : findings) {
            Node result = NodeFactory.createBlankNode();
            graph.add(report, SHACL.result, result);
            describe(graph, result, finding);
        }
        return graph;
    }

    private static void describe(Graph graph, Node result, Violation finding) {
        graph.add(result, TYPE, SHACL.ValidationResult);
        graph.add(result, SHACL.focusNode, NodeFactory.createURI(finding.focus()));
        graph.add(result, SHACL.resultSeverity, severity(finding.severity()));
        graph.add(result, SHACL.sourceShape, NodeFactory.createURI(finding.rule()));
        if (finding.path() != null) {
            graph.add(result, SHACL.resultPath, NodeFactory.createURI(finding.path()));
        }
        if (finding.value() != null) {
            graph.add(result, SHACL.value, NodeFactory.createLiteralString(finding.value()));
        }
        finding.texts()
                .forEach((language, text) ->
                        graph.add(
                                result,
                                SHACL.resultMessage,
                                NodeFactory.createLiteralLang(text, language)));
    }

    private static Node severity(Severity severity) {
        return switch (severity) {
            case VIOLATION -> SHACL.Violation;
            case WARNING -> SHACL.Warning;
        };
    }
}
