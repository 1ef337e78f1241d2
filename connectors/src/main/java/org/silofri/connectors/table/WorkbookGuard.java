package org.silofri.connectors.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before the spreadsheet library opens it: zip bombs, document types and
 * cell addresses that make a parser reserve gigabytes. Reads the archive with the same class as the
 * library, so that both see the same parts.
 */
final class WorkbookGuard {

    private static final long RATIO_COUNTS_FROM = 1024L * 1024;
    private static final int MOST_ARRAY_FORMULAS = 1_000;
    private static final Pattern CELL_ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    private final TableLimits limits;
    private final byte[] buffer = new byte[64 * 1024];
    private long unpacked;

    private WorkbookGuard(TableLimits limits) {
        this.limits = limits;
    }

    static void check(byte[] bytes, TableLimits limits) {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            new WorkbookGuard(limits).check(zip, bytes.length);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw new UnreadableFile("file.damaged");
        }
    }

    private void check(ZipFile zip, long packed) throws IOException, XMLStreamException {
        int entries = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (++entries > limits.zipEntries()) {
                throw new UnreadableFile("file.too-many-parts", "" + limits.zipEntries());
            }
            try (InputStream in = zip.getInputStream(entry)) {
                measure(in, packed);
            }
        }
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml")) {
                try (InputStream in = zip.getInputStream(entry)) {
                    checkSheet(in);
                }
            }
        }
    }

    private void measure(InputStream in, long packed) throws IOException {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            boolean ratioExceeded =
                    unpacked > RATIO_COUNTS_FROM && unpacked / limits.zipRatio() > packed;
            if (unpacked > limits.unpackedBytes() || ratioExceeded) {
                throw new UnreadableFile(
                        "file.zip-bomb",
                        TableFile.mebibytes(limits.unpackedBytes()),
                        "" + limits.zipRatio());
            }
        }
    }

    private static void checkSheet(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        int arrayFormulas = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new UnreadableFile("file.document-type");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("c")) {
                checkAddress(xml.getAttributeValue(null, "r"));
            } else if (xml.getLocalName().equals("f")
                    && "array".equals(xml.getAttributeValue(null, "t"))
                    && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
                throw new UnreadableFile("file.formulas", "" + MOST_ARRAY_FORMULAS);
            }
        }
    }

    private static void checkAddress(@org.jspecify.annotations.Nullable String address) {
        if (address != null && !CELL_ADDRESS.matcher(address).matches()) {
            throw new UnreadableFile("file.damaged");
        }
    }
}
