package org.silofri.connectors.table;

/**
 * What a file may be at most. A file beyond is refused whole.
 *
 * @param fileBytes size of the file
 * @param rows rows with content, over all sheets
 * @param columns columns of a row
 * @param cellCharacters length of one cell
 * @param unpackedBytes size of a workbook's parts once inflated
 * @param zipRatio inflated bytes for each packed byte, looked at beyond 1 MiB
 * @param zipEntries parts of a workbook
 */
public record TableLimits(
        long fileBytes,
        int rows,
        int columns,
        int cellCharacters,
        long unpackedBytes,
        int zipRatio,
        int zipEntries) {

    private static final long MIB = 1024L * 1024;

    /** 20 MiB, 20,000 rows, 250 columns, 10,000 characters; 64 MiB inflated at most 100 to 1. */
    public static final TableLimits DEFAULT =
            new TableLimits(20 * MIB, 20_000, 250, 10_000, 64 * MIB, 100, 500);
}
