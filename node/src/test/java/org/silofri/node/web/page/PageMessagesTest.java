package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMessagesTest {

    @ParameterizedTest
    @CsvSource({
        "0, Á þessum hnút eru gögn frá engri borg",
        "1, Á þessum hnút eru gögn frá 1 borg",
        "2, Á þessum hnút eru gögn frá 2 borgum",
        "11, Á þessum hnút eru gögn frá 11 borgum",
        "21, Á þessum hnút eru gögn frá 21 borg",
        "30, Á þessum hnút eru gögn frá 30 borgum",
        "101, Á þessum hnút eru gögn frá 101 borg",
        "111, Á þessum hnút eru gögn frá 111 borgum",
        "1221, Á þessum hnút eru gögn frá 1.221 borg"
    })
    void countsInIcelandicByTheLastDigit(long cities, String text) {
        assertThat(say("is", "layout.holdings", cities)).isEqualTo(text + ",");
    }

    @ParameterizedTest
    @CsvSource({
        "da, 21, Denne node har data fra 21 byer",
        "sv, 21, Den här noden har data från 21 städer",
        "fi, 21, Tässä solmussa on 21 kaupungin tiedot"
    })
    void countsElsewhereByWhetherItIsOne(String language, long cities, String text) {
        assertThat(say(language, "layout.holdings", cities)).isEqualTo(text + ",");
    }

    private static String say(String language, String key, Object... arguments) {
        return PageConfiguration.messages().getMessage(key, arguments, Locale.of(language));
    }
}
