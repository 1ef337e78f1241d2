package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.identity.NotStartable;

class AccentTest {

    /** Ratios of WCAG's own examples. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#ffffff, #ffffff, 1", "#777777, #ffffff, 4.48"})
    void computesContrast(String one, String other, double ratio) {
        assertThat(Accent.contrast(one, other)).isCloseTo(ratio, offset(0.01));
        assertThat(Accent.contrast(other, one)).isCloseTo(ratio, offset(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0B3A53", "#8a1538", "#1d5c3a"})
    void takesAColourThatCanBeRead(String colour) {
        assertThat(new LookSettings(colour, null).colour().hex()).isEqualToIgnoringCase(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffcc00", "#777777", "#3b82f6"})
    void refusesAColourThatCannotBeReadAndTellsTheRemedy(String colour) {
        assertThatThrownBy(() -> new LookSettings(colour, null))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining(colour)
                .hasMessageContaining("choose a darker shade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "#000000;}body{display:none", ""})
    void refusesWhatIsNoColour(String colour) {
        assertThatThrownBy(() -> new LookSettings(colour, null))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("six hexadecimal digits");
    }

    @Test
    void keepsTheDesignSystemsColourWhereNoneIsSet() {
        assertThat(new LookSettings(null, null).colour()).isEqualTo(Accent.DEFAULT);
    }

    @Test
    void refusesAContactThatIsNoMailbox() {
        assertThatThrownBy(() -> new LookSettings(null, "ask us"))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("accessibility@city.example");
        assertThat(new LookSettings(null, "web@city.example").mailbox())
                .contains("web@city.example");
    }
}
