package org.silofri.node.web.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.graph.EntryRecord;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.projection.Projections;
import org.silofri.node.security.Caller;
import org.silofri.node.status.EntryHistory;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of an entry, own or a peer's; as data it is served by {@code EntryDocuments}. */
@Page
class EntryPage {

    private final NodeIdentity identity;
    private final Projections projections;
    private final EntryHistory history;
    private final EntryViews views;
    private final EntryActions actions;
    private final Wordings wordings;

    EntryPage(
            NodeIdentity identity,
            Projections projections,
            EntryHistory history,
            EntryViews views,
            EntryActions actions,
            Wordings wordings) {
        this.identity = identity;
        this.projections = projections;
        this.history = history;
        this.views = views;
        this.actions = actions;
        this.wordings = wordings;
    }

    @GetMapping(
            path = {"/doc/{kind}/{key}", "/c/{city}/doc/{kind}/{key}"},
            produces = MediaType.TEXT_HTML_VALUE)
    String own(
            @PathVariable Optional<String> city,
            @PathVariable String kind,
            @PathVariable String key,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (city.isPresent() && !CityId.isValid(city.get())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String base = identity.base(identity.name()).value();
        String prefix = city.map(id -> "/c/" + id).orElse("");
        String iri = base + prefix + "/id/" + kind + "/" + key;
        return show(iri, caller, locale, response, model);
    }

    @GetMapping(path = "/entry", produces = MediaType.TEXT_HTML_VALUE)
    String any(
            @RequestParam String iri,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return show(iri, caller, locale, response, model);
    }

    private String show(
            String iri,
            @Nullable Caller caller,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        EntryRecord entry =
                EntryIri.parse(iri)
                        .flatMap(projections.graph()::entry)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Wording say = wordings.in(locale);
        List<Version> versions = views.versions(history.versions(entry.iri()), say);
        response.addHeader("Vary", "Accept");
        model.addAttribute(
                "feeds",
                FeedLinks.of(
                        "entry",
                        "?iri=" + EntryLinks.encoded(entry.iri().value()),
                        say.say("public.feed.follow"),
                        say));
        if (!entry.isLive()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("view", views.withdrawn(entry, versions, say));
            return "pages/withdrawn";
        }
        model.addAttribute("view", views.entry(entry, versions, say));
        model.addAttribute("actions", actions.of(entry, caller, say));
        return "pages/entry";
    }
}
