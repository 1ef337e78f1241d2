package org.silofri.node.web.write.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.Wording;
import org.silofri.ontology.SF;
import org.springframework.stereotype.Component;

/** What other cities say of a city's own entries: the notice that somebody builds on them. */
@Component
class OwnNews {

    private static final Query QUERY = query();

    private static final Map<String, String> TOLD =
            Map.of(
                    SF.sameProblemAs.getURI(),
                    "same",
                    SF.similarTo.getURI(),
                    "similar",
                    SF.scales.getURI(),
                    "scales",
                    "http://www.w3.org/ns/prov#wasDerivedFrom",
                    "adopted");

    private final NodeIdentity identity;
    private final Projections projections;
    private final EntryLinks links;
    private final Cities cities;

    OwnNews(NodeIdentity identity, Projections projections, EntryLinks links, Cities cities) {
        this.identity = identity;
        this.projections = projections;
        this.links = links;
        this.cities = cities;
    }

    private static Query query() {
        try (InputStream in = OwnNews.class.getResourceAsStream("news.rq")) {
            if (in == null) {
                throw new IllegalStateException("Query news.rq is not beside its class");
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest about these cities' entries. */
    List<DeskView.NewsLine> about(List<CityId> own, Wording say) {
        List<DeskView.NewsLine> news = new ArrayList<>();
        for (CityId city : own) {
            String base = identity.base(city).value() + "/id/";
            for (Binding row : projections.graph().read(data -> rows(data, base))) {
                line(row, say).ifPresent(news::add);
            }
        }
        return news;
    }

    private static List<Binding> rows(DatasetGraph data, String base) {
        try (QueryExec exec =
                QueryExec.dataset(data)
                        .query(QUERY)
                        .substitution("base", NodeFactory.createLiteralString(base))
                        .build()) {
            List<Binding> rows = new ArrayList<>();
            exec.select().forEachRemaining(rows::add);
            return rows;
        }
    }

    private Optional<DeskView.NewsLine> line(Binding row, Wording say) {
        Optional<EntryRecord> from = entry(row.get("from").toString());
        Optional<EntryRecord> own = entry(row.get("own").toString());
        if (from.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        String how = TOLD.getOrDefault(row.get("property").getURI(), "other");
        String city = cities.name(from.get().provenance().city(), say);
        return Optional.of(
                new DeskView.NewsLine(
                        say.say("writing.news." + how, city),
                        links.page(from.get().iri()),
                        Text.pick(from.get().title(), say.language()),
                        links.page(own.get().iri()),
                        Text.pick(own.get().title(), say.language()),
                        say.when(
                                OffsetDateTime.parse(row.get("time").getLiteralLexicalForm())
                                        .toInstant())));
    }

    private Optional<EntryRecord> entry(String iri) {
        return EntryIri.parse(iri).flatMap(projections.graph()::entry).filter(EntryRecord::isLive);
    }
}
