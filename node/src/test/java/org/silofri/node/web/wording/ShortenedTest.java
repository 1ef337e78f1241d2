package org.silofri.node.web.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(Shortened.of("Kort tekst", 10)).isEqualTo("Kort tekst");
    }

    @Test
    void cutsBetweenTwoWords() {
        assertThat(Shortened.of("Byen prøvede kameraer", 15)).isEqualTo("Byen prøvede…");
    }

    @Test
    void cutsALongWordWithoutBreakingACharacter() {
        assertThat(Shortened.of("a".repeat(49) + "🚲🚲", 50)).isEqualTo("a".repeat(49) + "…");
        assertThat(Shortened.of("a".repeat(48) + "🚲🚲", 49)).isEqualTo("a".repeat(48) + "…");
    }
}
