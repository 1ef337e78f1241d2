package org.silofri.catalogue.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks for a text in the bytes of all files of a folder. */
public final class FolderScan {

    private FolderScan() {}

    /** Whether any file holds the text in UTF-8. */
    public static boolean contains(Path folder, String text) throws IOException {
        String sought =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought)) {
                    return true;
                }
            }
        }
        return false;
    }
}
