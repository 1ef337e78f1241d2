package org.silofri.node.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashesWithArgon2id() {
        assertThat(passwords.hash("seven ravens")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void tellsTheRightFromTheWrong() {
        String hash = passwords.hash("seven ravens");

        assertThat(passwords.check("seven ravens", hash)).isEqualTo(Passwords.Check.RIGHT);
        assertThat(passwords.check("Seven ravens", hash)).isEqualTo(Passwords.Check.WRONG);
    }

    /** Å as one letter on one keyboard, as A with a ring on another. */
    @Test
    void isTheSameOnEveryKeyboard() {
        String hash = passwords.hash("p\u00e5 \u00f8ya i sj\u00f8en");

        assertThat(passwords.check("pa\u030a \u00f8ya i sj\u00f8en", hash))
                .isEqualTo(Passwords.Check.RIGHT);
    }

    @Test
    void nobodysPasswordIsNeverRight() {
        assertThat(passwords.checkNobodys("seven ravens")).isEqualTo(Passwords.Check.WRONG);
    }

    @Test
    void makesPasswordsThatAreTakenAndNeverTheSame() {
        assertThat(Stream.generate(passwords::random).limit(100).distinct())
                .hasSize(100)
                .allMatch(made -> PasswordRules.objection(made, "publisher").isEmpty())
                .allMatch(made -> made.matches("([a-z2-9]{4}-){4}[a-z2-9]{4}"));
    }

    @Test
    void knowsAHashOfWeakerParameters() {
        String weak = new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("seven ravens");

        assertThat(passwords.outdated(weak)).isTrue();
        assertThat(passwords.outdated(passwords.hash("seven ravens"))).isFalse();
    }
}
