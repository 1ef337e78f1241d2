package org.silofri.node.web.sheet;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints a sheet as a tagged PDF with embedded fonts. Nothing outside of it is read, whatever the
 * entry says.
 */
@Component
class SheetPrinter {

    private static final byte[] REGULAR = font("Inter_400Regular.ttf");
    private static final byte[] SEMI_BOLD = font("Inter_600SemiBold.ttf");

    private static final String STYLE = new String(bytes("sheet.css"), StandardCharsets.UTF_8);

    static {
        // its log goes to standard error otherwise
        XRLog.setLoggingEnabled(false);
    }

    private final ITemplateEngine templates;

    SheetPrinter(ITemplateEngine templates) {
        this.templates = templates;
    }

    private static byte[] font(String file) {
        return bytes("/fonts/" + file);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = SheetPrinter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The file " + file + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A printed document. */
    record Printed(byte[] pdf, int pages) {}

    Printed print(Sheet sheet, Wording say) {
        Context context =
                new Context(
                        Locale.forLanguageTag(say.language()),
                        Map.of(
                                "sheet", sheet,
                                "say", say,
                                "style", STYLE.replace("ACCENT", sheet.accent())));
        byte[] pdf = pdf(templates.process("sheet/entry", context));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Printed(pdf, document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("A printed entry cannot be read back", e);
        }
    }

    private static byte[] pdf(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        builder.useHttpStreamImplementation(uri -> NOTHING);
        builder.useFont(
                () -> new ByteArrayInputStream(REGULAR), "Inter", 400, FontStyle.NORMAL, true);
        builder.useFont(
                () -> new ByteArrayInputStream(SEMI_BOLD), "Inter", 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(xhtml, null);
        builder.withProducer("Silofri");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("An entry cannot be printed", e);
        }
        return out.toByteArray();
    }

    /** What an address answers: nothing. */
    private static final FSStream NOTHING =
            new FSStream() {
                @Override
                public InputStream getStream() {
                    return InputStream.nullInputStream();
                }

                @Override
                public Reader getReader() {
                    return Reader.nullReader();
                }
            };
}
