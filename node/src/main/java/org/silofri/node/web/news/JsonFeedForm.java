package org.silofri.node.web.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a feed as JSON Feed.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeedForm(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePage,
        @JsonProperty("feed_url") String feed,
        String language,
        List<Item> items) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Author(String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String content,
            @JsonProperty("date_modified") String modified,
            List<Author> authors,
            List<String> tags,
            @Nullable String language) {}

    static byte[] write(NewsFeed feed) {
        return JSON.writeValueAsBytes(
                new JsonFeedForm(
                        "https://jsonfeed.org/version/1.1",
                        feed.title(),
                        feed.home(),
                        feed.self(),
                        feed.language(),
                        feed.items().stream().map(JsonFeedForm::item).toList()));
    }

    private static Item item(NewsItem item) {
        return new Item(
                item.id(),
                item.url(),
                item.title().value(),
                item.summary() == null ? item.title().value() : item.summary().value(),
                DateTimeFormatter.ISO_INSTANT.format(item.updated()),
                List.of(new Author(item.author())),
                item.tags().stream().map(NewsItem.Tag::label).toList(),
                item.title().lang());
    }
}
