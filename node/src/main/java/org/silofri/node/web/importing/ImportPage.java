package org.silofri.node.web.importing;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.importing.ImportSettings;
import org.silofri.node.importing.Imports;
import org.silofri.node.importing.Upload;
import org.silofri.node.security.Caller;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.page.SeeOther;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** {@code /import}: choose a workbook, start from the template, find earlier uploads. */
@Page
class ImportPage {

    private static final int SHOWN = 10;

    private final ImportAccess access;
    private final Imports imports;
    private final ImportSettings settings;
    private final Cities cities;
    private final Wordings wordings;

    ImportPage(
            ImportAccess access,
            Imports imports,
            ImportSettings settings,
            Cities cities,
            Wordings wordings) {
        this.access = access;
        this.imports = imports;
        this.settings = settings;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/import")
    String form(
            @RequestParam(required = false) @Nullable String large,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        String refusal =
                large == null ? null : say.say("import.too-large", settings.file().toMegabytes());
        model.addAttribute("view", view(caller, refusal, say));
        return "pages/import";
    }

    /** Takes a file and sends its reader on to the preview. */
    @PostMapping("/import")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String poll,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale)
            throws IOException {
        Wording say = wordings.in(locale);
        CityId of = city(city, access.cities(caller));
        if (file == null || file.isEmpty()) {
            return refused(caller, say.say("import.no-file"), say);
        }
        if (file.getSize() > settings.file().toBytes()) {
            return refused(caller, say.say("import.too-large", settings.file().toMegabytes()), say);
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return switch (imports.submit(of, name, file.getBytes())) {
            case Imports.Answer.Taken(String id) ->
                    new ModelAndView(
                            SeeOther.to("/import/" + id + (poll.isEmpty() ? "" : "?poll=1")));
            case Imports.Answer.Busy busy -> refused(caller, say.say("import.busy"), say);
            case Imports.Answer.Nothing nothing -> refused(caller, say.say("import.busy"), say);
        };
    }

    /** The page again with what was wrong. */
    private ModelAndView refused(@Nullable Caller caller, String why, Wording say) {
        ModelAndView page = new ModelAndView("pages/import", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view(caller, why, say));
        return page;
    }

    /** The city that was chosen; whoever writes for one need not choose. */
    private static CityId city(String chosen, List<CityId> own) {
        return own.stream()
                .filter(city ->
                        city.value().equals(chosen) || (own.size() == 1 && chosen.isEmpty()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private ImportView view(@Nullable Caller caller, @Nullable String refusal, Wording say) {
        List<CityId> own = access.cities(caller);
        return new ImportView(
                own.stream()
                        .map(city -> cities.term(city, say))
                        .sorted(Comparator.comparing(Term::label, say.alphabetical()))
                        .toList(),
                settings.file().toMegabytes(),
                say.number(settings.rows()),
                refusal,
                languages(say.language()),
                own.stream()
                        .flatMap(city -> imports.of(city).stream())
                        .sorted(Comparator.comparing(Upload::uploadedAt).reversed())
                        .limit(SHOWN)
                        .map(upload -> line(upload, say))
                        .toList());
    }

    private ImportView.Line line(Upload upload, Wording say) {
        return new ImportView.Line(
                "/import/" + upload.id(),
                upload.fileName(),
                cities.name(upload.city(), say),
                say.when(upload.uploadedAt()),
                say.say("import.state." + upload.state().name().toLowerCase(Locale.ROOT)));
    }

    private static List<ImportView.Language> languages(String first) {
        return Stream.concat(
                        Stream.of(first), Languages.ALL.stream().filter(tag -> !tag.equals(first)))
                .map(tag -> new ImportView.Language(tag, name(Locale.forLanguageTag(tag))))
                .toList();
    }

    private static String name(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
