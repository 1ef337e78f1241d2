package org.silofri.connectors.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silofri.connectors.IntakeRoutes;
import org.silofri.connectors.RecordingIntake;
import org.silofri.connectors.table.ReadOutcome.Tables;
import org.silofri.connectors.table.Table;
import org.silofri.connectors.table.TableFile;
import org.silofri.connectors.table.TableLimits;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
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
    void hasEveryColumnAndTextsInTheCitysLanguageAndEnglish() throws Exception {
        List<Table> tables = read(template("da"));

        List<String> headers =
                tables.getFirst().rows().getFirst().cells().stream().map(c -> c.text()).toList();
        assertThat(headers)
                .hasSize(Column.values().length + 5)
                .contains("titel (da)", "titel (en)");
        assertThat(tables).map(Table::name).containsExactly("Poster", "Kodelister");
    }

    @Test
    void offersTheCodeListsAsDropDowns() throws Exception {
        String sheet = part(template("fi"), "xl/worksheets/sheet1.xml");

        assertThat(sheet.split("<dataValidation ", -1)).hasSize(1 + 6);
    }

    @Test
    void isEnglishForAnUnknownLanguage() throws Exception {
        assertThat(read(template("fr"))).map(Table::name).contains("Entries");
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
        CamelContext camel = new DefaultCamelContext();
        RecordingIntake intake = new RecordingIntake();
        camel.addRoutes(new IntakeRoutes(intake, intake, duration -> {}));
        camel.addRoutes(new TabularRoute());
        camel.start();
        try {
            return new TabularImport(
                            camel.createProducerTemplate(),
                            city -> Optional.of(RecordingIntake.base(city)),
                            TableLimits.DEFAULT)
                    .run(
                            "t.xlsx",
                            new ByteArrayInputStream(workbook),
                            new ImportOptions(Optional.empty(), Optional.empty(), true),
                            ProgressListener.NONE);
        } finally {
            camel.stop();
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get()) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
