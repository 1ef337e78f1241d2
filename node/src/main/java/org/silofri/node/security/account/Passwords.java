package org.silofri.node.security.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106) and checks them. A check costs 19 MiB and two passes,
 * so that few run at a time: guessing is slow for everybody, and memory is bounded.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP,
 *     password storage</a>
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    /** Without what is mistaken for another: 0 o, 1 l i. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    /** What came of a check. */
    enum Check {
        RIGHT,
        WRONG,
        /** Others are being checked; not looked at. */
        BUSY
    }

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A hash that no password has, for names that nobody has: it takes as long. */
    private final String nobodys = encoder.encode(random());

    /** The hash, with salt and parameters. */
    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return encoder.encode(normal(password));
        } finally {
            turns.release();
        }
    }

    Check check(String password, String hash) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Check.BUSY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.BUSY;
        }
        try {
            return encoder.matches(normal(password), hash) ? Check.RIGHT : Check.WRONG;
        } finally {
            turns.release();
        }
    }

    /** Takes as long as a check of somebody's password; never right. */
    Check checkNobodys(String password) {
        return check(password, nobodys) == Check.BUSY ? Check.BUSY : Check.WRONG;
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** A password to be handed over: five groups of four, 99 bits. */
    String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** The same on every keyboard (NIST SP 800-63B, 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
