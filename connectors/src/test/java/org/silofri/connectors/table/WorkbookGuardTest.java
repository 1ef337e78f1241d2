package org.silofri.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silofri.connectors.table.TableFileTest.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks made to harm are refused before the spreadsheet library opens them. */
class WorkbookGuardTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void refusesAWorkbookThatInflatesManyTimes() throws Exception {
        byte[] bomb = zip(Map.of(SHEET, new byte[2_500_000]));

        assertThat(bomb.length).isLessThan(10_000);
        assertThat(refusal(bomb)).isEqualTo("file.zip-bomb");
    }

    @Test
    void refusesAWorkbookThatInflatesBeyondTheLimit() throws Exception {
        byte[] noise = new byte[3_200_000];
        new java.util.Random(1).nextBytes(noise);

        assertThat(refusal(zip(Map.of(SHEET, noise)))).isEqualTo("file.zip-bomb");
    }

    @Test
    void refusesTooManyParts() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            parts.put("part" + i, new byte[1]);
        }

        assertThat(refusal(zip(parts))).isEqualTo("file.too-many-parts");
    }

    @Test
    void refusesADocumentTypeAndItsEntities() throws Exception {
        String xml =
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\">"
                        + "<is><t>&x;</t></is></c></row></sheetData></worksheet>";

        assertThat(refusal(sheet(xml))).isEqualTo("file.document-type");
    }

    @Test
    void refusesACellAddressThatWouldReserveGigabytes() throws Exception {
        String xml =
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"
                        + "</sheetData></worksheet>";

        assertThat(refusal(sheet(xml))).isEqualTo("file.damaged");
    }

    @Test
    void refusesThousandsOfArrayFormulas() throws Exception {
        String cell = "<c r=\"A1\"><f t=\"array\" ref=\"A1:B2\">1</f></c>";
        String xml =
                "<worksheet><sheetData><row r=\"1\">"
                        + cell.repeat(1_001)
                        + "</row></sheetData></worksheet>";

        assertThat(refusal(sheet(xml))).isEqualTo("file.formulas");
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbook() throws Exception {
        assertThat(refusal(zip(Map.of("notes.txt", new byte[] {'a'})))).isEqualTo("file.damaged");
    }

    private static byte[] sheet(String xml) throws IOException {
        return zip(Map.of(SHEET, xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
