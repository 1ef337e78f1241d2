package org.silofri.node.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.security.account.AccountResult.Objection;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "elevenchars, PASSWORD_SHORT",
        "Velkommen2026, PASSWORD_COMMON",
        "SALASANA12345, PASSWORD_COMMON",
        "aaaaaaaaaaaaaaaa, PASSWORD_COMMON",
        "abababababab1212, PASSWORD_COMMON",
        "the Publisher of the city, PASSWORD_NAME"
    })
    void refusesWhatIsGuessedFirst(String password, Objection objection) {
        assertThat(PasswordRules.objection(password, "publisher")).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve chars",
                "only small letters and spaces",
                "åse på øya i sjøen",
                "🦢🦉🐧🦆🐦🦜🦢🦉🐧🦆🐦🦜"
            })
    void takesLongOnesOfAnyCharacters(String password) {
        assertThat(PasswordRules.objection(password, "publisher")).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanItHashes() {
        assertThat(PasswordRules.objection("abcdefgh".repeat(16), "x")).isEmpty();
        assertThat(PasswordRules.objection("abcdefgh".repeat(16) + "i", "x"))
                .contains(Objection.PASSWORD_LONG);
    }
}
