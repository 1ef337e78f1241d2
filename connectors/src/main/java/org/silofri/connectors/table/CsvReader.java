package org.silofri.connectors.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma, semicolon or tab separated text; the separator is the most frequent of line 1. */
final class CsvReader {

    private static final char[] SEPARATORS = {';', ',', '\t'};

    private final TableLimits limits;

    CsvReader(TableLimits limits) {
        this.limits = limits;
    }

    Table read(String name, byte[] bytes) {
        String text = TextDecoder.decode(bytes);
        Optional<Character> told = toldSeparator(text);
        // keeps the row numbers of the file: the first line stays, as an unused row
        char separator = told.orElseGet(() -> frequentSeparator(text));
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return new Table(name, rows(parser, told.isPresent()));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFile("file.quotes");
        }
    }

    private List<Row> rows(CSVParser parser, boolean skipFirst) {
        List<Row> rows = new ArrayList<>();
        for (CSVRecord line : parser) {
            Row row = row(line);
            if (row.isBlank() || (skipFirst && line.getRecordNumber() == 1)) {
                continue;
            }
            rows.add(row);
            if (rows.size() > limits.rows()) {
                throw new UnreadableFile("file.too-many-rows", "" + limits.rows());
            }
        }
        return rows;
    }

    private Row row(CSVRecord line) {
        if (line.size() > limits.columns()) {
            throw new UnreadableFile("file.too-many-columns", "" + limits.columns());
        }
        List<Cell> cells = line.stream().map(Cell::text).toList();
        return new Row(Math.toIntExact(line.getRecordNumber()), cells);
    }

    /** Spreadsheet programs write {@code sep=;} as first line to name the separator. */
    private static Optional<Character> toldSeparator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.length() == 5 && first.startsWith("sep=")
                ? Optional.of(first.charAt(4))
                : Optional.empty();
    }

    private static char frequentSeparator(String text) {
        char best = ';';
        long most = -1;
        for (char separator : SEPARATORS) {
            long count = countOutsideQuotes(text, separator);
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    private static long countOutsideQuotes(String text, char separator) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                return count;
            } else if (!quoted && c == separator) {
                count++;
            }
        }
        return count;
    }
}
