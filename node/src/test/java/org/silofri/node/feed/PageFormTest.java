package org.silofri.node.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */*                                            | CLOUD_EVENTS
                    application/cloudevents-batch+json             | CLOUD_EVENTS
                    text/turtle                                    | TURTLE
                    text/turtle;q=0.5, application/ld+json         | JSON_LD
                    application/n-triples                          | N_TRIPLES
                    application/rdf+xml, */*;q=0.1                 | RDF_XML
                    text/turtle;q=0, */*                           | CLOUD_EVENTS
                    application/cloudevents-batch+json;q=0, */*    | TURTLE
                    text/html, application/xhtml+xml, */*;q=0.8    | CLOUD_EVENTS
                    """)
    void isTheFormThatTheReaderPrefers(String accept, PageForm form) {
        assertThat(PageForm.of(accept)).hasValue(form);
    }

    @Test
    void isNoneWhenTheReaderWantsNoneOfThem() {
        assertThat(PageForm.of("image/png")).isEmpty();
        assertThat(PageForm.of("no media type")).isEmpty();
        assertThat(PageForm.of("text/turtle;q=0")).isEmpty();
        assertThat(PageForm.of("*/*;q=0")).isEmpty();
    }
}
