package org.silofri.node.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryLinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "file:///etc"})
    void leadsNowhereButIntoTheWeb(String iri) {
        assertThat(EntryLinks.web(iri)).isEmpty();
    }

    @Test
    void shortensAnAddressToWhatPeopleRead() {
        assertThat(EntryLinks.shown("https://www.kk.dk/")).isEqualTo("kk.dk");
    }
}
