package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, dates, names and their order as the JDK's CLDR data and our patterns give them. */
class WordingTest {

    private static final char NARROW = '\u202f';
    private static final char NO_BREAK = '\u00a0';

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    da | 5. mar. 2026 14.05.09 CET
                    nb | 5. mars 2026 14:05:09 CET
                    nn | 5. mars 2026 14:05:09 CET
                    sv | 5 mars 2026 14:05:09 CET
                    fi | 5.3.2026 14.05.09 CET
                    is | 5. mar. 2026 14:05:09 CET
                    en | 5 Mar 2026 14:05:09 CET
                    """)
    void tellsAMomentAsTheLanguageWritesIt(String language, String exact) {
        assertThat(
                        PageRenderer.wording(language)
                                .when(Instant.parse("2026-03-05T13:05:09Z"))
                                .exact())
                .isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    da | for 21 timer siden
                    nb | for 21 timer siden
                    nn | for 21 timar sidan
                    sv | för 21 timmar sedan
                    fi | 21 tuntia sitten
                    is | fyrir 21 klukkustund
                    en | 21 hours ago
                    """)
    void tellsHowLongAgo(String language, String ago) {
        assertThat(PageRenderer.wording(language).ago(Duration.ofHours(21))).isEqualTo(ago);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    da | 1.234.567,5
                    nb | 1 234 567,5
                    nn | 1 234 567,5
                    sv | 1 234 567,5
                    fi | 1 234 567,5
                    is | 1.234.567,5
                    en | 1,234,567.5
                    """)
    void separatesThousandsAndDecimals(String language, String number) {
        String said = PageRenderer.wording(language).number(new BigDecimal("1234567.5"));

        assertThat(said.replace(NO_BREAK, ' ').replace(NARROW, ' ')).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    da | finsk    | bokmål             | Færøerne
                    nb | finsk    | norsk bokmål       | Færøyene
                    nn | finsk    | norsk bokmål       | Færøyane
                    sv | finska   | norskt bokmål      | Färöarna
                    fi | suomi    | norjan bokmål      | Färsaaret
                    is | finnska  | norskt bókmál      | Færeyjar
                    en | Finnish  | Norwegian Bokmål   | Faroe Islands
                    """)
    void namesLanguagesAndCountries(String language, String fi, String nb, String faroes) {
        var say = PageRenderer.wording(language);

        assertThat(say.languageName("fi")).isEqualTo(fi);
        assertThat(say.languageName("nb")).isEqualTo(nb);
        assertThat(say.countryName("FO")).isEqualTo(faroes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    da | Bergen Oslo Vejle Ængelholm Ølstykke Aarhus Ås
                    nb | Bergen Oslo Vejle Ængelholm Ølstykke Aarhus Ås
                    nn | Bergen Oslo Vejle Ængelholm Ølstykke Aarhus Ås
                    sv | Aarhus Bergen Oslo Vejle Ås Ängelholm Örebro
                    fi | Aarhus Bergen Oslo Vejle Ås Ängelholm Örebro
                    is | Bergen Oslo Vejle Þorlákshöfn Æðey Ölfus
                    """)
    void putsTheLanguagesOwnLettersWhereItsAlphabetHasThem(String language, String order) {
        List<String> names = List.of(order.split(" "));

        Stream<String> sorted =
                names.reversed().stream().sorted(PageRenderer.wording(language).alphabetical());

        assertThat(sorted).containsExactlyElementsOf(names);
    }
}
