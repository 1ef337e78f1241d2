package org.silofri.node.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.ontology.Languages;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLanguageTest {

    private final PageLanguage language = new PageLanguage("stavanger", false);

    @Test
    void offersEveryLanguageThatTextsHave() {
        assertThat(PageLanguage.OFFERED)
                .extracting(Locale::getLanguage)
                .containsExactlyInAnyOrderElementsOf(Languages.ALL);
    }

    @Test
    void namesEachLanguageInItself() {
        assertThat(PageLanguage.OFFERED)
                .extracting(PageLanguage::autonym)
                .containsExactly(
                        "Dansk", "Bokmål", "Nynorsk", "Svenska", "Suomi", "Íslenska", "English");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nn-NO,nn;q=0.9,nb;q=0.8   | nn
                    no                        | nb
                    nb-NO,no;q=0.9,en;q=0.8   | nb
                    sv-FI,fi;q=0.9            | sv
                    fi-FI                     | fi
                    is-IS,is;q=0.9,en;q=0.8   | is
                    en-GB,da;q=0.5            | en
                    de,da;q=0.5,en;q=0.7      | en
                    fr,*;q=0.1                | en
                    da;q=0,en                 | en
                    """)
    void takesTheFirstOfTheBrowsersLanguagesThatPagesHave(String accepted, String expected) {
        assertThat(language.resolveLocale(accepting(accepted)).getLanguage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fo                        | da
                    fo-FO,en;q=0.9            | da
                    kl,en;q=0.5               | da
                    se                        | nb
                    se-SE,en;q=0.5            | sv
                    se-FI                     | fi
                    smn,en;q=0.5              | fi
                    se,sv;q=0.8,nb;q=0.5      | sv
                    en,fo;q=0.8               | en
                    """)
    void givesTheNeighbourOfALanguageThatPagesLack(String accepted, String expected) {
        assertThat(language.resolveLocale(accepting(accepted)).getLanguage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "", "da-DK-", "../da"})
    void ignoresAChoiceThatIsNotOffered(String chosen) {
        MockHttpServletRequest request = accepting("is");
        request.setParameter("lang", chosen);

        assertThat(language.resolveLocale(request).getLanguage()).isEqualTo("is");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;", "q=2", "da;q=x"})
    void speaksEnglishToWhoAsksInNoForm(String accepted) {
        assertThat(language.resolveLocale(accepting(accepted))).isEqualTo(Locale.ENGLISH);
    }

    private static MockHttpServletRequest accepting(String languages) {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", languages);
        return request;
    }
}
