package org.silofri.connectors.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the characters of a text file: a byte order mark, else UTF-8, else Windows-1252. */
final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextDecoder() {}

    static String decode(byte[] bytes) {
        String text =
                utf16(bytes)
                        .or(() -> strictly(StandardCharsets.UTF_8, bytes))
                        .or(() -> strictly(WINDOWS_1252, bytes))
                        .orElseThrow(() -> new UnreadableFile("file.characters"));
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFile("file.not-a-table");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Optional<String> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE
                ? strictly(StandardCharsets.UTF_16, bytes)
                : Optional.empty();
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
