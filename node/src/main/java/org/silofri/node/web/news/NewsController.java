package org.silofri.node.web.news;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.search.Facet;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.listing.EntryLinks;
import org.silofri.node.web.overview.Narrowed;
import org.silofri.node.web.page.FeedLinks;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.CodeList;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /feeds/search}, {@code /feeds/cities/{city}}, {@code /feeds/themes/{theme}} and {@code
 * /feeds/entry?iri=}, each with the ending {@code .atom} or {@code .json} (ADR 0112).
 */
@RestController
class NewsController {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final News news;
    private final Cities cities;
    private final Wordings wordings;

    NewsController(News news, Cities cities, Wordings wordings) {
        this.news = news;
        this.cities = cities;
        this.wordings = wordings;
    }

    /** The newest of a search, with the parameters of {@code /search}. */
    @GetMapping("/feeds/search.{form:atom|json}")
    ResponseEntity<byte[]> search(
            @PathVariable String form,
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            WebRequest request) {
        Wording say = wordings.in(locale);
        Narrowed part = new Narrowed(filters(parameters));
        String words = q.strip();
        String question = question(part, words);
        String title =
                words.isEmpty() ? say.say("public.feed.all") : say.say("public.feed.search", words);
        return answer(
                news.of(
                        part,
                        words,
                        title,
                        "/search" + question,
                        self("search", form, question, say),
                        say),
                form,
                request);
    }

    /** What is new from a city. */
    @GetMapping("/feeds/cities/{city}.{form:atom|json}")
    ResponseEntity<byte[]> city(
            @PathVariable String city,
            @PathVariable String form,
            Locale locale,
            WebRequest request) {
        CityId id =
                Optional.of(city)
                        .filter(CityId::isValid)
                        .map(CityId::new)
                        .filter(cities::listed)
                        .orElseThrow(NewsController::unknown);
        Wording say = wordings.in(locale);
        return answer(
                news.of(
                        Narrowed.NOT.to(id),
                        "",
                        say.say("public.feed.city", cities.name(id, say)),
                        Cities.page(id),
                        self("cities/" + id, form, "", say),
                        say),
                form,
                request);
    }

    /** What is new on a theme. */
    @GetMapping("/feeds/themes/{theme}.{form:atom|json}")
    ResponseEntity<byte[]> theme(
            @PathVariable String theme,
            @PathVariable String form,
            Locale locale,
            WebRequest request) {
        Wording say = wordings.in(locale);
        String label =
                CodeList.THEME
                        .concept(theme)
                        .map(concept -> concept.label(say.language()))
                        .orElseThrow(NewsController::unknown);
        return answer(
                news.of(
                        Narrowed.NOT.to(Facet.THEME, theme),
                        "",
                        say.say("public.feed.theme", label),
                        "/themes/" + theme,
                        self("themes/" + theme, form, "", say),
                        say),
                form,
                request);
    }

    /** What is new about an entry: its versions, and what is linked to it. */
    @GetMapping("/feeds/entry.{form:atom|json}")
    ResponseEntity<byte[]> entry(
            @PathVariable String form,
            @RequestParam String iri,
            Locale locale,
            WebRequest request) {
        Wording say = wordings.in(locale);
        String self = self("entry", form, "?iri=" + EntryLinks.encoded(iri), say);
        return EntryIri.parse(iri)
                .flatMap(entry -> news.about(entry, self, say))
                .map(feed -> answer(feed, form, request))
                .orElseThrow(NewsController::unknown);
    }

    private static Map<Facet, Set<String>> filters(MultiValueMap<String, String> parameters) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> values =
                    parameters.getOrDefault(facet.parameter(), List.of()).stream()
                            .filter(value -> !value.isBlank())
                            .limit(20)
                            .collect(Collectors.toCollection(HashSet::new));
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return filters;
    }

    private static String question(Narrowed part, String words) {
        String filters = part.address("");
        if (words.isEmpty()) {
            return filters;
        }
        return (filters.isEmpty() ? "?" : filters + "&") + "q=" + EntryLinks.encoded(words);
    }

    private static String self(String what, String form, String query, Wording say) {
        return FeedLinks.of(what, query, "", say).stream()
                .map(link -> link.href())
                .filter(href -> href.startsWith("/feeds/" + what + "." + form))
                .findFirst()
                .orElseThrow();
    }

    private static ResponseEntity<byte[]> answer(NewsFeed feed, String form, WebRequest request) {
        boolean atom = form.equals("atom");
        byte[] body = atom ? AtomForm.write(feed) : JsonFeedForm.write(feed);
        String etag = "W/\"" + Hashes.sha256(body).substring(0, 32) + "\"";
        long modified = feed.updated().toEpochMilli() / 1000 * 1000;
        var answer =
                request.checkNotModified(etag, modified)
                        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        : ResponseEntity.ok();
        answer.eTag(etag)
                .lastModified(modified)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .header("Access-Control-Allow-Origin", "*")
                .contentType(
                        MediaType.parseMediaType(
                                atom ? FeedLinks.ATOM + ";charset=utf-8" : FeedLinks.JSON));
        return answer.body(body);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no such feed here; /cities and /themes list what can be followed");
    }
}
