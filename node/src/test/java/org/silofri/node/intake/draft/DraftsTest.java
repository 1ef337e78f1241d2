package org.silofri.node.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;
import tools.jackson.databind.json.JsonMapper;

class DraftsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Author UNIT = new Author("a1", "Climate unit");
    private static final Author OTHER = new Author("a2", "Mobility unit");
    private static final CityId CITY = new CityId("copenhagen");
    private static final String ID = "01jdhzv5q8r3m2n4p6s7t9w0xy";

    @TempDir private Path folder;
    private Drafts drafts;

    @BeforeEach
    void open() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("app.db"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/silofri/node/security/db")
                .load()
                .migrate();
        drafts =
                new Drafts(
                        JdbcClient.create(source),
                        JsonMapper.builder().build(),
                        InstantSource.fixed(NOW));
    }

    private static Draft begun(String title) {
        var subject = new Draft.Subject(CITY, EntryKind.PROBLEM, null, null, null);
        return Draft.begun(ID, subject, Map.of("title.da", List.of(title)), UNIT, NOW);
    }

    private Draft kept(Draft draft, Author by) {
        assertThat(drafts.keep(draft, by)).isInstanceOf(DraftResult.Kept.class);
        return drafts.find(draft.id()).orElseThrow();
    }

    @Test
    void keepsWhatWasTyped() {
        Draft kept = kept(begun("Cykler på fortovet"), UNIT);

        assertThat(kept.content()).isEqualTo(Map.of("title.da", List.of("Cykler på fortovet")));
        assertThat(kept.version()).isOne();
        assertThat(kept.author()).isEqualTo(UNIT);
    }

    @Test
    void tellsTheSecondOfTwoWhoSawTheSameVersion() {
        Draft seen = kept(begun("første"), UNIT);
        Draft theirs = kept(seen.with(Map.of("title.da", List.of("deres"))), OTHER);

        DraftResult result = drafts.keep(seen.with(Map.of("title.da", List.of("min"))), UNIT);

        assertThat(result).isEqualTo(new DraftResult.Overtaken(theirs));
        assertThat(drafts.find(ID)).contains(theirs);
    }

    @Test
    void tellsOfADraftThatWasThrownAway() {
        Draft seen = kept(begun("første"), UNIT);
        drafts.remove(ID);

        assertThat(drafts.keep(seen, UNIT)).isEqualTo(new DraftResult.Gone());
    }

    @Test
    void refusesWhatIsLargerThanAnEntryMayBe() {
        assertThat(drafts.keep(begun("x".repeat(300_000)), UNIT)).isEqualTo(new DraftResult.Full());
    }

    @Test
    void returnsOnlyWhatIsWithAPublisher() {
        Draft open = kept(begun("første"), UNIT);
        Draft submitted = kept(open.submitted(), UNIT);

        assertThat(open.returned("why?")).isEmpty();
        assertThat(submitted.returned("Which street?").orElseThrow())
                .extracting(Draft::state, Draft::comment)
                .containsExactly(Draft.State.RETURNED, "Which street?");
    }

    @Test
    void listsTheDraftsOfTheCitiesAskedForOnly() {
        Draft kept = kept(begun("første"), UNIT);

        assertThat(drafts.of(List.of(CITY))).containsExactly(kept);
        assertThat(drafts.of(List.of(new CityId("oslo")))).isEmpty();
    }
}
