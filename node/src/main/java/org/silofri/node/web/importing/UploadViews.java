package org.silofri.node.web.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.connectors.Message;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.RowOutcome.Outcome;
import org.silofri.connectors.tabular.sheet.CellProblem;
import org.silofri.node.importing.Imports;
import org.silofri.node.importing.Progress;
import org.silofri.node.importing.Upload;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Puts an upload and its rows into the reader's words. */
@Component
class UploadViews {

    private static final int ROWS = 100;
    private static final String ALL = "all";
    private static final String WARNED = "warned";

    private final Imports imports;
    private final Cities cities;

    UploadViews(Imports imports, Cities cities) {
        this.imports = imports;
        this.cities = cities;
    }

    /**
     * The page of an upload.
     *
     * @param show a filter; empty for what needs correction, if anything does, else for all
     * @param page from 1
     */
    UploadView of(Upload upload, String show, int page, boolean mayPublish, Wording say) {
        String filter = filter(upload, show);
        int from = Math.max(0, Math.min(page - 1, upload.rows() / ROWS)) * ROWS;
        List<RowOutcome> rows = upload.busy() ? List.of() : rows(upload, filter, from);
        String href = "/import/" + upload.id();
        return new UploadView(
                href,
                upload.fileName(),
                cities.name(upload.city(), say),
                say.when(upload.expires()),
                busy(upload, say),
                upload.refusal()
                        .map(remark ->
                                new UploadView.Remark(
                                        "",
                                        "",
                                        sentence(remark.reason(), say),
                                        sentence(remark.remedy(), say)))
                        .orElse(null),
                done(upload, say),
                upload.notes().stream().map(note -> remark(note, say)).toList(),
                upload.toPublish(),
                upload.count(Outcome.REFUSED),
                mayPublish,
                chips(upload, href, filter, say),
                rows.stream().limit(ROWS).map(row -> row(upload, row, say)).toList(),
                from == 0 ? null : page(href, filter, from / ROWS),
                rows.size() > ROWS ? page(href, filter, from / ROWS + 2) : null);
    }

    /** How far it is, for the page and for its script. */
    UploadView.@Nullable Busy busy(Upload upload, Wording say) {
        if (!upload.busy()) {
            return null;
        }
        boolean publishes = upload.state() == Upload.State.IMPORTING;
        Progress now = imports.progress(upload.id());
        return new UploadView.Busy(publishes, now.done(), now.total(), text(publishes, now, say));
    }

    private static String text(boolean publishes, Progress now, Wording say) {
        if (now.total() == 0) {
            return say.say("import.reading");
        }
        if (!now.pause().isZero()) {
            return say.say(
                    "import.waiting",
                    say.number(now.done()),
                    say.number(now.total()),
                    now.pause().toSeconds() + 1);
        }
        return say.say(
                publishes ? "import.publishing" : "import.checking",
                say.number(now.done()),
                say.number(now.total()));
    }

    private static @Nullable String done(Upload upload, Wording say) {
        if (upload.state() != Upload.State.IMPORTED) {
            return upload.brokenOff() ? say.say("import.interrupted") : null;
        }
        return say.say(
                upload.brokenOff() ? "import.broken-off" : "import.done",
                upload.count(Outcome.NEW),
                upload.count(Outcome.CHANGED),
                upload.count(Outcome.UNCHANGED));
    }

    private static String filter(Upload upload, String show) {
        if (show.equals(ALL) || show.equals(WARNED) || outcome(show).isPresent()) {
            return show;
        }
        return upload.count(Outcome.REFUSED) > 0 ? name(Outcome.REFUSED) : ALL;
    }

    /** One more than a page has, so that the next is known. */
    private List<RowOutcome> rows(Upload upload, String filter, int from) {
        return imports.rows(
                upload.id(), outcome(filter).orElse(null), filter.equals(WARNED), from, ROWS + 1);
    }

    private static Optional<Outcome> outcome(String name) {
        return Stream.of(Outcome.values()).filter(one -> name(one).equals(name)).findFirst();
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<UploadView.Chip> chips(Upload upload, String href, String chosen, Wording say) {
        List<UploadView.Chip> chips = new ArrayList<>();
        chips.add(chip(href, ALL, upload.rows(), chosen, say));
        for (Outcome outcome : Outcome.values()) {
            if (upload.count(outcome) > 0) {
                chips.add(chip(href, name(outcome), upload.count(outcome), chosen, say));
            }
        }
        int warned = imports.warned(upload.id());
        if (warned > 0) {
            chips.add(chip(href, WARNED, warned, chosen, say));
        }
        return chips;
    }

    private static UploadView.Chip chip(
            String href, String filter, int count, String chosen, Wording say) {
        return new UploadView.Chip(
                href + "?show=" + filter,
                say.say("import.rows." + filter),
                say.number(count),
                filter.equals(chosen));
    }

    private static String page(String href, String filter, int page) {
        return "%s?show=%s&page=%d".formatted(href, filter, page);
    }

    private static UploadView.Row row(Upload upload, RowOutcome row, Wording say) {
        return new UploadView.Row(
                say.say("import.place", row.sheet(), row.row()),
                row.title(),
                link(upload, row),
                say.say("import.outcome." + name(row.outcome())),
                name(row.outcome()),
                row.problems().stream().map(problem -> remark(problem, say)).toList(),
                row.warnings().stream().map(warning -> remark(warning, say)).toList());
    }

    /** Only what is in the catalogue has a page. */
    private static @Nullable String link(Upload upload, RowOutcome row) {
        boolean there =
                switch (row.outcome()) {
                    case UNCHANGED, CHANGED -> true;
                    case NEW -> upload.state() == Upload.State.IMPORTED;
                    case REFUSED, NOT_TRIED -> false;
                };
        return there
                ? row.entry()
                        .map(EntryIri::value)
                        .map(iri -> "/entry?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8))
                        .orElse(null)
                : null;
    }

    /** The cell's content is told once. */
    private static UploadView.Remark remark(CellProblem problem, Wording say) {
        String reason = sentence(problem.reason(), say);
        return new UploadView.Remark(
                problem.column(),
                reason.contains(problem.value()) ? "" : problem.value(),
                reason,
                sentence(problem.remedy(), say));
    }

    /** The connectors' texts end without a full stop, those of the shapes with one. */
    private static String sentence(Message message, Wording say) {
        String text = message.in(say.language());
        return text.endsWith(".") ? text : text + ".";
    }
}
