package org.silofri.node.security.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silofri.node.security.account.AccountResult.Objection;

/**
 * Which passwords are taken: long ones of any characters, but none that everybody tries first. No
 * rules of composition, no expiry.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B</a>
 */
final class PasswordRules {

    static final int LEAST = 12;
    static final int MOST = 128;

    private static final int LEAST_DIFFERENT = 5;
    private static final int LEAST_OF_NAME = 4;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * @param name sign-in name of the account
     */
    static Optional<Objection> objection(String password, String name) {
        int length = password.codePointCount(0, password.length());
        String plain = password.toLowerCase(Locale.ROOT);
        if (length < LEAST) {
            return Optional.of(Objection.PASSWORD_SHORT);
        }
        if (length > MOST) {
            return Optional.of(Objection.PASSWORD_LONG);
        }
        if (name.length() >= LEAST_OF_NAME && plain.contains(name)) {
            return Optional.of(Objection.PASSWORD_NAME);
        }
        return COMMON.contains(plain) || plain.codePoints().distinct().count() < LEAST_DIFFERENT
                ? Optional.of(Objection.PASSWORD_COMMON)
                : Optional.empty();
    }

    private static Set<String> common() {
        try (InputStream in =
                        Objects.requireNonNull(
                                PasswordRules.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
