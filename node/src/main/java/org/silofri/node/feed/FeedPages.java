package org.silofri.node.feed;

import java.util.List;
import java.util.Optional;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.CloudEventBatch;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.EventLog;
import org.silofri.catalogue.log.Pages;
import org.silofri.node.log.LogService;
import org.silofri.node.membership.Members;
import org.springframework.stereotype.Component;

/** Reads pages of the logs and writes them in the form that is asked for. */
@Component
class FeedPages {

    private final EventLog log;
    private final Members members;

    FeedPages(LogService logs, Members members) {
        this.log = logs.log();
        this.members = members;
    }

    static String path(Pages.Page page) {
        return "/feed/%s/%d/%d".formatted(page.city(), page.epoch(), page.number());
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
        List<SignedEvent> events = log.pages().events(page);
        BaseIri base = members.byCity(page.city()).orElseThrow().base();
        return switch (form) {
            case CLOUD_EVENTS -> CloudEventBatch.write(events, base);
        };
    }
}
