package org.silofri.node.web.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.identity.NodeSettings;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.projection.Projections;
import org.silofri.node.web.entry.EntryView;
import org.silofri.node.web.entry.EntryViews;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.LookSettings;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An entry as a PDF of one page: the ending {@code .pdf}, or {@code /entry?iri=&format=pdf}. */
@RestController
class SheetController {

    /** Printing takes a processor for a moment; readers of pages go first. */
    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore printing = new Semaphore(AT_ONCE, true);
    private final NodeSettings settings;
    private final LookSettings look;
    private final Projections projections;
    private final EntryViews views;
    private final Cities cities;
    private final SheetPrinter printer;
    private final Wordings wordings;
    private final boolean demo;

    SheetController(
            NodeSettings settings,
            LookSettings look,
            Projections projections,
            EntryViews views,
            Cities cities,
            SheetPrinter printer,
            Wordings wordings,
            @Value("${silofri.demo:false}") boolean demo) {
        this.settings = settings;
        this.look = look;
        this.projections = projections;
        this.views = views;
        this.cities = cities;
        this.printer = printer;
        this.wordings = wordings;
        this.demo = demo;
    }

    @GetMapping({"/doc/{kind}/{key}.pdf", "/c/{city}/doc/{kind}/{key}.pdf"})
    ResponseEntity<byte[]> own(
            @PathVariable Optional<String> city,
            @PathVariable String kind,
            @PathVariable String key,
            Locale locale) {
        if (city.isPresent() && !CityId.isValid(city.get())) {
            throw unknown();
        }
        String base = settings.url() + city.map(id -> "/c/" + id).orElse("");
        return sheet("%s/id/%s/%s".formatted(base, kind, key), locale);
    }

    @GetMapping(path = "/entry", params = "format=pdf")
    ResponseEntity<byte[]> any(@RequestParam String iri, Locale locale) {
        return sheet(iri, locale);
    }

    private ResponseEntity<byte[]> sheet(String iri, Locale locale) {
        EntryRecord entry =
                EntryIri.parse(iri)
                        .flatMap(projections.graph()::entry)
                        .orElseThrow(SheetController::unknown);
        if (!entry.isLive()) {
            throw new ResponseStatusException(HttpStatus.GONE, "The entry was withdrawn");
        }
        Wording say = wordings.in(locale);
        byte[] pdf = inTurn(entry, say);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag(EntryVersion.etag(entry.provenance().position()))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(entry.iri().key() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private byte[] inTurn(EntryRecord entry, Wording say) {
        try {
            if (!printing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, "Too many entries are being printed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The node is stopping", e);
        }
        try {
            return onePage(views.entry(entry, List.of(), say), say);
        } finally {
            printing.release();
        }
    }

    /** With as much of the entry as one page has room for. */
    private byte[] onePage(EntryView entry, Wording say) {
        String node = cities.name(settings.city(), say);
        SheetPrinter.Printed printed = null;
        for (Sheet.Room room : Sheet.Room.ROOMS) {
            Sheet sheet = Sheet.of(entry, node, demo, look.colour().hex(), room);
            printed = printer.print(sheet, say);
            if (printed.pages() == 1) {
                break;
            }
        }
        return Objects.requireNonNull(printed).pdf();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "This node holds no such entry; search for it, or ask the city's own node");
    }
}
