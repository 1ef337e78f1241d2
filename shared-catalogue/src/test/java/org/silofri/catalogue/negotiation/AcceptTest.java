package org.silofri.catalogue.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 12.5.1. */
class AcceptTest {

    private static final List<String> OFFERED =
            List.of("application/json", "text/turtle", "application/ld+json", "text/html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                 | application/json
                    */*                                                | application/json
                    text/turtle                                        | text/turtle
                    TEXT/Turtle ; charset=utf-8                        | text/turtle
                    text/turtle;q=0.5, application/ld+json;q=0.7       | application/ld+json
                    text/turtle;q=0, */*                               | application/json
                    application/json;q=0, */*;q=0.1                    | text/turtle
                    text/*;q=0, */*                                    | application/json
                    text/*, text/turtle;q=0                            | text/html
                    text/*;q=0.3, text/html;q=0.2, */*;q=0.1           | text/turtle
                    */*, text/turtle                                   | text/turtle
                    text/html, text/turtle                             | text/html
                    text/turtle;q=0.000, text/html;q=0.001             | text/html
                    application/ld+json;profile="a,b;q=0", */*;q=0.1   | application/ld+json
                    nonsense, text/turtle;q=0.2                        | text/turtle
                    text/html;q=2, text/turtle                         | text/turtle
                    """)
    void theMostSpecificRangeGivesItsWeight(String header, String best) {
        assertThat(Accept.of(header).best(OFFERED)).contains(best);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "*/*;q=0",
                "no media type",
                "text/turtle;q=0",
                "*/turtle",
                "text/*;q=0.0, application/*;q=0",
                "text/turtle;q=x"
            })
    void noneIsAnAnswer(String header) {
        assertThat(Accept.of(header).best(OFFERED)).isEmpty();
    }

    @Test
    void aBrowserNamesPagesAndAToolDoesNot() {
        assertThat(Accept.of("text/html,application/xml;q=0.9,*/*;q=0.8").names("text/html"))
                .isTrue();
        assertThat(Accept.of("*/*").names("text/html")).isFalse();
        assertThat(Accept.of("text/html;q=0, */*").names("text/html")).isFalse();
        assertThat(Accept.of("").names("text/html")).isFalse();
    }

    /** Linear: a header of 16 KB must cost nothing. */
    @Test
    void aLongHeaderIsReadToItsEnd() {
        String header = "\"a".repeat(1) + ",".repeat(8_000) + "\", " + "a/b,".repeat(2_000);

        assertThat(Accept.of(header + "text/turtle").best(OFFERED)).contains("text/turtle");
    }
}
