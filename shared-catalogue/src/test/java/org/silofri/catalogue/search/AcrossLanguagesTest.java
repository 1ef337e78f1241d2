package org.silofri.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.projection.Story;

/**
 * What is found across languages, and what is not: a word without a relative in the other language
 * needs the thesaurus, which is yet to come.
 */
class AcrossLanguagesTest {

    @TempDir Path folder;
    private SearchIndex index;

    @BeforeEach
    void fillIndex() {
        index = SearchIndex.open(folder);
        var story = new Story();
        publish(story, "copenhagen", "cameras", "da", "Kameraer mod ulovlig parkering");
        publish(story, "stavanger", "districtheat", "nb", "Fjernvarme fra datasenter");
        publish(story, "stockholm", "heatsv", "sv", "Fjärrvärme ur avloppsvatten");
        publish(story, "helsinki", "wayfinding", "fi", "Esteetön opastus asemalla");
        publish(story, "helsinki", "airfi", "fi", "Ilmanlaadun mittaaminen kouluissa");
        publish(story, "reykjavik", "air", "is", "Mæling á loftgæðum við skóla");
        publish(story, "bergen", "bikes", "nb", "Delesykler ved bybanen");
        publish(story, "aarhus", "waste", "da", "Sortering af madaffald i skoler");
        publish(story, "gothenburg", "electric", "sv", "Elektriska bussar i innerstaden");
        publish(story, "tampere", "english", "en", "Digital twin of the tram line");
        index.projection().apply(story.batch());
    }

    private static void publish(Story story, String city, String key, String lang, String title) {
        story.publish(city, EntryKind.PILOT, key, about -> about.title(lang, title));
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private List<String> find(String query, String lang) {
        return index.search(SearchRequest.of(query, lang)).hits().stream()
                .map(hit -> hit.iri().key())
                .toList();
    }

    @Test
    void findsBothWordsOfAQueryFirst() {
        assertThat(find("kamera parkering", "nb")).first().isEqualTo("cameras");
    }

    @Test
    void findsThePartOfACompound() {
        assertThat(find("dele", "nb")).contains("bikes");
        assertThat(find("varme", "da")).contains("districtheat");
        assertThat(find("affald", "da")).first().isEqualTo("waste");
    }

    @Test
    void findsInflectedForms() {
        assertThat(find("elektrisk buss", "sv")).first().isEqualTo("electric");
        assertThat(find("skole", "da")).contains("waste");
        assertThat(find("ilmanlaatu", "fi")).first().isEqualTo("airfi");
    }

    @Test
    void forgivesASlipOfThePen() {
        assertThat(find("parkernig kamrea", "da")).contains("cameras");
        assertThat(find("fjernvame", "nb")).first().isEqualTo("districtheat");
        assertThat(find("loftgaedum", "is")).first().isEqualTo("air");
    }

    @Test
    void findsRelativesInNeighbouringLanguages() {
        assertThat(find("fjernvarme", "da")).startsWith("districtheat").contains("heatsv");
        assertThat(find("elektrisk", "da")).contains("electric");
        assertThat(find("kamera pysäköinti", "fi")).contains("cameras");
    }

    @Test
    void tellsSpellingFromWords() {
        Hit hit = index.search(SearchRequest.of("fjernvarme", "nb")).hits().getLast();
        assertThat(hit.why())
                .contains(new Match(Match.Where.TITLE, "sv", "Fjärrvärme", Match.How.SPELLING));
    }

    @Test
    void findsNoTranslationYet() {
        assertThat(find("district heating", "en")).doesNotContain("districtheat", "heatsv");
        assertThat(find("electric buses", "en")).doesNotContain("electric");
    }

    @Test
    void missesAWordWhoseSpellingChangesWithinACompound() {
        assertThat(find("sykkel", "nb")).doesNotContain("bikes");
        assertThat(find("delesykkel", "nb")).contains("bikes");
    }
}
