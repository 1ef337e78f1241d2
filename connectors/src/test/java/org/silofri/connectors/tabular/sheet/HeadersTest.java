package org.silofri.connectors.tabular.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.connectors.tabular.sheet.Headers.Meaning;

class HeadersTest {

    @ParameterizedTest
    @CsvSource({
        "title_da, TITLE, da",
        "TITEL_DA, TITLE, da",
        "Titel (da), TITLE, da",
        "otsikko fi, TITLE, fi",
        "lýsing_is, DESCRIPTION, is",
        "Målår, TARGET_YEAR, ''",
        "base year, BASE_YEAR, ''",
        "supersededBy, SUPERSEDED_BY, ''",
        "kjelde, SOURCE, ''",
        "title_sr-latn, TITLE, sr-latn",
    })
    void understandsAHeader(String header, Column column, String language) {
        assertThat(Headers.meaning(header)).contains(new Meaning(column, language));
    }

    @ParameterizedTest
    @CsvSource({"mood", "status_da", "da", "''"})
    void doesNotGuess(String header) {
        assertThat(Headers.meaning(header)).isEmpty();
    }

    @Test
    void everyColumnHasANameInEachLanguage() {
        for (String language : Headers.LANGUAGES) {
            for (Column column : Column.values()) {
                assertThat(Headers.meaning(Headers.shown(column, language)).map(Meaning::column))
                        .as("%s in %s", column, language)
                        .contains(column);
            }
        }
    }

    @Test
    void everyColumnIsExplainedInTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("../docs/spreadsheet.md"));

        assertThat(Column.values())
                .allSatisfy(column -> {
                    String name = column.key() + (column.inLanguages() ? "_xx" : "");
                    assertThat(page).contains("`" + name + "`");
                });
    }
}
