package org.silofri.node.web.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silofri.node.web.wording.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedFormsTest {

    private static final Instant EARLIER = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T08:00:00.5Z");

    private static NewsItem item(String id, String title, Instant updated) {
        return new NewsItem(
                id,
                "https://node.example/doc/result/" + id.hashCode(),
                new Text(title, "da"),
                "København",
                Text.plain("Kameraer < ser & lidt \u0001"),
                updated,
                List.of(new NewsItem.Tag("https://lists.example/verdict", "disproved", "Refuted")));
    }

    private static NewsFeed feed(NewsItem... items) {
        return new NewsFeed(
                "What is new",
                "https://node.example/search",
                "https://node.example/feeds/search.atom?lang=en",
                "en",
                List.of(items));
    }

    private static SyndFeed read(NewsFeed feed) throws Exception {
        var in = new ByteArrayInputStream(AtomForm.write(feed));
        return new SyndFeedInput().build(new XmlReader(in));
    }

    @Test
    void writesAtomThatAReaderUnderstands() throws Exception {
        SyndFeed read = read(feed(item("urn:a", "Ældre", EARLIER), item("urn:b", "Nyere", LATER)));

        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getUri()).isEqualTo("https://node.example/feeds/search.atom?lang=en");
        assertThat(read.getPublishedDate()).isEqualTo(Date.from(LATER));
        assertThat(read.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Nyere", "Ældre");
        SyndEntry first = read.getEntries().getFirst();
        assertThat(first.getUri()).isEqualTo("urn:b");
        assertThat(first.getAuthor()).isEqualTo("København");
        assertThat(first.getDescription().getValue()).isEqualTo("Kameraer < ser & lidt ");
        assertThat(first.getCategories())
                .extracting(SyndCategory::getName)
                .containsExactly("disproved");
    }

    @Test
    void writesAnEmptyFeedThatIsValid() throws Exception {
        assertThat(read(feed()).getEntries()).isEmpty();
    }

    @Test
    void writesNoMoreThanAReaderWantsToFetch() {
        NewsItem[] many = new NewsItem[80];
        for (int i = 0; i < many.length; i++) {
            many[i] = item("urn:" + i, "Nr. " + i, EARLIER.plusSeconds(i));
        }

        NewsFeed feed = feed(many);

        assertThat(feed.items()).hasSize(NewsFeed.MOST);
        assertThat(feed.items().getFirst().id()).isEqualTo("urn:79");
    }

    @Test
    void writesJsonFeed() {
        byte[] json = JsonFeedForm.write(feed(item("urn:a", "Ældre", EARLIER)));
        JsonNode read =
                JsonMapper.builder().build().readTree(new String(json, StandardCharsets.UTF_8));

        assertThat(read.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(read.get("feed_url").asString()).startsWith("https://node.example/feeds/");
        JsonNode item = read.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo("urn:a");
        assertThat(item.get("date_modified").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(item.get("content_text").asString()).isNotEmpty();
        assertThat(item.get("language").asString()).isEqualTo("da");
        assertThat(item.get("tags").get(0).asString()).isEqualTo("Refuted");
    }
}
