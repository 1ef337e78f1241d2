package org.silofri.connectors.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.silofri.connectors.table.ReadOutcome.Tables;
import org.silofri.connectors.table.ReadOutcome.Unreadable;

/** Reads XLSX and CSV files; which of the two is told by the content, never by the name. */
public final class TableFile {

    private static final int HEADER_BYTES = 16;

    private final TableLimits limits;

    /** A reader with these limits. */
    public TableFile(TableLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be opened or read at all
     */
    public ReadOutcome read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(String.valueOf(file.getFileName()), in);
        }
    }

    /**
     * Reads a file from a stream, which stays open.
     *
     * @param name of the file, for the table of a CSV file
     * @throws IOException if the stream fails
     */
    public ReadOutcome read(String name, InputStream in) throws IOException {
        byte[] bytes =
                in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.fileBytes() + 1));
        try {
            return new Tables(tables(name, bytes));
        } catch (UnreadableFile e) {
            return new Unreadable(e.remark());
        }
    }

    private List<Table> tables(String name, byte[] bytes) {
        if (bytes.length > limits.fileBytes()) {
            throw new UnreadableFile("file.too-large", mebibytes(limits.fileBytes()));
        }
        if (bytes.length == 0) {
            throw new UnreadableFile("file.empty");
        }
        byte[] head = Arrays.copyOf(bytes, Math.max(bytes.length, HEADER_BYTES));
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new UnreadableFile("file.old-excel");
        }
        if (ReadableWorkbook.isOOXMLZipHeader(head)) {
            WorkbookGuard.check(bytes, limits);
            return new WorkbookReader(limits).read(bytes);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new UnreadableFile("file.damaged");
        }
        return List.of(new CsvReader(limits).read(name, bytes));
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%d MiB", bytes / (1024 * 1024));
    }
}
