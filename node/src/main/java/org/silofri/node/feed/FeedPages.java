package org.silofri.node.feed;

import java.net.URI;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.ldes.FeedPage;
import org.silofri.catalogue.ldes.FeedPath;
import org.silofri.catalogue.ldes.LdesWriter;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Pages;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;
import org.springframework.stereotype.Component;

/** Reads pages of the logs and writes them in the form that is asked for. */
@Component
class FeedPages {

    private final EventLog log;
    private final Members members;
    private final URI node;

    FeedPages(LogService logs, Members members, NodeIdentity identity) {
        this.log = logs.log();
        this.members = members;
        this.node = identity.url();
    }

    static String path(Pages.Page page) {
        return FeedPath.of(page);
    }

    boolean holds(String city) {
        return CityId.isValid(city) && members.byCity(new CityId(city)).isPresent();
    }

    Optional<Pages.Page> after(CityId city, Position position) {
        return log.pages().after(city, position);
    }

    Optional<Pages.Page> page(CityId city, long epoch, long number) {
        return log.pages().page(city, epoch, number);
    }

    byte[] write(Pages.Page page, PageForm form) {
        FeedPage whole = FeedPage.of(log.pages(), page);
        return switch (form) {
            case CLOUD_EVENTS -> whole.batch(members.byCity(page.city()).orElseThrow().base());
            case TURTLE -> LdesWriter.write(whole, node, Lang.TURTLE);
            case JSON_LD -> LdesWriter.write(whole, node, Lang.JSONLD);
            case N_TRIPLES -> LdesWriter.write(whole, node, Lang.NTRIPLES);
            case RDF_XML -> LdesWriter.write(whole, node, Lang.RDFXML);
        };
    }
}
