package org.silofri.node.web.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What a workshop leaves behind: sixty problems on a sheet, some cells of them wrong. */
final class WorkshopSheet {

    static final int ROWS = 60;

    private static final List<String> HEADERS =
            List.of(
                    "nøgle",
                    "titel (da)",
                    "beskrivelse (da)",
                    "tema",
                    "licens",
                    "kilde",
                    "kontakt");
    private static final List<String> PLACES =
            List.of("skolen", "stationen", "havnen", "torvet", "biblioteket", "plejehjemmet");
    private static final List<String> MATTERS =
            List.of(
                    "Cykler spærrer fortovet ved",
                    "For lidt lys om aftenen ved",
                    "Regnvand samler sig ved",
                    "Affald bliver ikke sorteret ved",
                    "Støj fra trafikken ved",
                    "For få bænke ved",
                    "Varer leveres i myldretiden ved",
                    "Ingen skilte for blinde ved",
                    "Ladestandere er optaget ved",
                    "Høj varme om sommeren ved");

    /** Row (from 0) and column of what is wrong. */
    static final Map<Integer, Map<Integer, String>> FAULTS =
            Map.of(
                    4, Map.of(3, "trafik-og-miljø"),
                    17, Map.of(1, ""),
                    30, Map.of(0, "problem-03"),
                    41, Map.of(4, "CC0"),
                    55, Map.of(6, "ring til Sanne"));

    private WorkshopSheet() {}

    static Path write(Path file, boolean mended) {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Problem");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
            }
            for (int row = 0; row < ROWS; row++) {
                List<String> cells = cells(row);
                Map<Integer, String> faults =
                        mended ? Map.of() : FAULTS.getOrDefault(row, Map.of());
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row + 1, column, faults.getOrDefault(column, cells.get(column)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static List<String> cells(int row) {
        String title =
                "%s %s"
                        .formatted(
                                MATTERS.get(row / PLACES.size()), PLACES.get(row % PLACES.size()));
        return List.of(
                "problem-%02d".formatted(row),
                title,
                title + ". Nævnt af flere på borgermødet.",
                row % 2 == 0 ? "Mobilitet" : "mobility",
                "https://creativecommons.org/publicdomain/zero/1.0/",
                "Borgermøde 2026",
                "innovation@kk.dk");
    }
}
