package org.silofri.node.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.entry.EntryView;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.page.SampleLines;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;

class SheetPrinterTest {

    private static final String LETTERS = "æøåðþöäüéŧŋčšžđáýú – ”„«»€²";

    private final SheetPrinter printer = new SheetPrinter(PageRenderer.engine());

    private PDDocument print(EntryView entry, Sheet.Room room, String language) throws IOException {
        Sheet sheet = Sheet.of(entry, "Oslo", true, "#0b3a53", room);
        return Loader.loadPDF(printer.print(sheet, PageRenderer.wording(language)).pdf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da"})
    void tagsThePageAndTellsItsLanguage(String language) throws IOException {
        try (PDDocument pdf = print(entry(LETTERS), Sheet.Room.ROOMS.getFirst(), language)) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith(language);
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("??");
        }
    }

    @Test
    void writesEveryLetterOfTheNorthWithItsOwnFont() throws IOException {
        try (PDDocument pdf = print(entry(LETTERS), Sheet.Room.ROOMS.getFirst(), "en")) {
            PDResources resources = pdf.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).as(name.getName()).isTrue();
            }
            assertThat(new PDFTextStripper().getText(pdf)).contains(LETTERS);
        }
    }

    @Test
    void fitsTheLongestEntryOnOnePageAndTellsWhereTheRestIs() throws IOException {
        EntryView entry = entry("Byen prøvede kameraer i tre gader. ".repeat(400));
        try (PDDocument pdf = print(entry, Sheet.Room.ROOMS.getLast(), "en")) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("all of it stands at", entry.iri());
        }
    }

    @Test
    void takesMarkupForText() throws IOException {
        String hostile = "<img src='http://127.0.0.1:1/x'/> & ]]> <script>alert(1)</script>";
        try (PDDocument pdf = print(entry(hostile), Sheet.Room.ROOMS.getFirst(), "en")) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)</script>");
        }
    }

    private static EntryView entry(String description) {
        var value = new EntryView.Value(Text.plain("0".repeat(4_000)), null, false);
        var source = new EntryView.Value(Text.plain("source.example"), "https://x.example", true);
        return new EntryView(
                "https://oslo.example/id/result/cameras",
                new Term("result", "Result"),
                Text.plain("Kameraer"),
                List.of(),
                List.of(SampleLines.disproved("en")),
                List.of(),
                true,
                new Text(description, "da"),
                List.of(
                        new EntryView.Fact("Verdict", List.of(value)),
                        new EntryView.Fact("Hypothesis", List.of(source))),
                List.of(new EntryView.Measure(Text.plain("Cameras"), "3,000", "pcs")),
                List.of(
                        new EntryView.Links(
                                "Superseded by",
                                List.of(SampleLines.line("en", "Data i stedet", "da")))),
                new EntryView.Origin(
                        new Term("oslo", "Oslo"),
                        "cities/oslo",
                        true,
                        "1:42",
                        PageRenderer.wording("en").when(PageRenderer.NOW),
                        new EntryView.Value(Text.plain("CC0 1.0"), null, true),
                        List.of(source),
                        "a".repeat(64),
                        "kid",
                        null),
                new EntryView.Delivery(true, 3, 3, List.of()),
                List.of(),
                List.of(),
                new EntryView.Format("PDF", "application/pdf", "cameras.pdf"));
    }
}
