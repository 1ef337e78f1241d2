package org.silofri.connectors.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.RecordingIntake;
import org.silofri.connectors.table.Cell;
import org.silofri.connectors.table.ReadOutcome.Tables;
import org.silofri.connectors.table.Table;
import org.silofri.connectors.table.TableFile;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.connectors.tabular.TabularRoute;
import org.silofri.connectors.tabular.sheet.Column;
import org.silofri.ontology.Languages;

class TemplateTest {

    static Stream<String> languages() {
        return Languages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isUnderstoodWholeByTheImport(String language) throws Exception {
        ImportReport report = importing(template(language));

        assertThat(report.refused()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.rows()).isEmpty();
    }

    @Test
    void hasASheetForEachKindCalledInTheCitysLanguage() throws Exception {
        assertThat(read(template("da")))
                .map(Table::name)
                .containsExactly(
                        "Vejledning",
                        "Problem",
                        "Pilotprojekt",
                        "Løsning",
                        "Resultat",
                        "Skalering",
                        "Mål",
                        "Måltal",
                        "Indikator",
                        "Samarbejdspartner",
                        "Kodelister");
    }

    @Test
    void hasEveryColumnThatCitiesFillIn() {
        Set<Column> offered =
                KindColumns.ALL.stream()
                        .flatMap(kind -> kind.all().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));

        // the sheet tells the kind, who imports chooses the city
        assertThat(EnumSet.complementOf(EnumSet.copyOf(offered)))
                .containsExactlyInAnyOrder(Column.KIND, Column.CITY, Column.DEMONSTRATION);
    }

    @Test
    void asksForTextsInTheCitysLanguageAndEnglish() throws Exception {
        List<Cell> headers = read(template("da")).get(1).rows().getFirst().cells();

        assertThat(headers).map(Cell::text).startsWith("nøgle", "titel (da)", "titel (en)");
    }

    /** A filled row under the example is taken, by the sheet's name for its kind. */
    @ParameterizedTest
    @MethodSource("languages")
    void takesTheExampleOnceItsKeyIsMended(String language) throws Exception {
        String key = ">#" + new TemplateTexts(language).text("example.key") + "<";
        byte[] filled = replaced(template(language), key, ">mended<");

        ImportReport report = importing(filled, Optional.of(new CityId("oslo")));

        assertThat(report.problems()).isEmpty();
        assertThat(report.rows())
                .hasSize(KindColumns.ALL.size())
                .allMatch(row -> row.outcome() == RowOutcome.Outcome.NEW);
        assertThat(report.rows().getFirst().title())
                .isEqualTo(new TemplateTexts(language).text("example.problem"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tellsTheSameInEveryLanguage(String language) {
        assertThat(new TemplateTexts(language).help())
                .hasSameSizeAs(new TemplateTexts("en").help())
                .allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void offersTheCodeListsAsDropDowns() throws Exception {
        byte[] workbook = template("fi");

        String pilots = part(workbook, "xl/worksheets/sheet3.xml");

        // theme, status, licence; then rung and effect level
        assertThat(pilots.split("<dataValidation ", -1)).hasSize(1 + 5);
        assertThat(pilots)
                .contains("type=\"list\"", "errorStyle=\"stop\"", "errorStyle=\"warning\"")
                .contains("Koodistot");
    }

    @Test
    void isEnglishForAnUnknownLanguage() throws Exception {
        assertThat(read(template("fr"))).map(Table::name).contains("Instructions");
    }

    private static byte[] template(String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(language).write(out);
        return out.toByteArray();
    }

    private static List<Table> read(byte[] workbook) throws IOException {
        return ((Tables)
                        new TableFile(TableLimits.DEFAULT)
                                .read("t.xlsx", new ByteArrayInputStream(workbook)))
                .tables();
    }

    private static ImportReport importing(byte[] workbook) throws Exception {
        return importing(workbook, Optional.empty());
    }

    private static ImportReport importing(byte[] workbook, Optional<CityId> city) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        RecordingIntake intake = new RecordingIntake();
        camel.addRoutes(new IntakeRoutes(intake, intake, duration -> {}));
        camel.addRoutes(new TabularRoute());
        camel.start();
        try {
            return new TabularImport(
                            camel.createProducerTemplate(),
                            member -> Optional.of(RecordingIntake.base(member)),
                            TableLimits.DEFAULT)
                    .run(
                            "t.xlsx",
                            new ByteArrayInputStream(workbook),
                            new ImportOptions(city, Optional.empty(), true),
                            ProgressListener.NONE);
        } finally {
            camel.stop();
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipFile zip = zip(workbook)) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] replaced(byte[] workbook, String text, String other) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = zip(workbook);
                ZipOutputStream written = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                written.putNextEntry(new ZipEntry(entry.getName()));
                String content =
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                written.write(content.replace(text, other).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static ZipFile zip(byte[] workbook) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
    }
}
