package org.silofri.node.web.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silofri.connectors.template.Template;
import org.silofri.node.importing.Upload;
import org.silofri.node.security.Caller;
import org.silofri.node.web.wording.Wordings;
import org.silofri.ontology.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to the import page and is no page: the template, and how far an upload is. */
@RestController
class ImportFiles {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportAccess access;
    private final UploadViews views;
    private final Wordings wordings;
    private final Map<String, byte[]> templates = new ConcurrentHashMap<>();

    ImportFiles(ImportAccess access, UploadViews views, Wordings wordings) {
        this.access = access;
        this.views = views;
        this.wordings = wordings;
    }

    /**
     * How far an upload is.
     *
     * @param total 0 until the file is read
     * @param text the same in words; empty when nothing goes on any longer
     */
    record Now(boolean busy, int done, int total, String text) {}

    /** The workbook to start from, in the language of the page. */
    @GetMapping("/import/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam(defaultValue = "") String lang, Locale locale)
            throws IOException {
        String asked = lang.isEmpty() ? locale.getLanguage() : Languages.normalise(lang);
        String language = Languages.ALL.contains(asked) ? asked : "en";
        byte[] workbook = templates.get(language);
        if (workbook == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Template(language).write(out);
            workbook = out.toByteArray();
            templates.put(language, workbook);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("silofri-%s.xlsx".formatted(language))
                                .build()
                                .toString())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(workbook);
    }

    @GetMapping("/import/{id}/progress")
    ResponseEntity<Now> progress(
            @PathVariable String id,
            @AuthenticationPrincipal @Nullable Caller caller,
            Locale locale) {
        Upload upload = access.seen(id, caller);
        UploadView.Busy busy = views.busy(upload, wordings.in(locale));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        busy == null
                                ? new Now(false, 0, 0, "")
                                : new Now(true, busy.done(), busy.total(), busy.text()));
    }
}
