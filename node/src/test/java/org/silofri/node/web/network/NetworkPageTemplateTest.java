package org.silofri.node.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.listing.CityLine;
import org.silofri.node.web.page.PageRenderer;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Wording;

class NetworkPageTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"da", "nb", "nn", "sv", "fi", "is", "en"})
    void showsWhatIsBehind(String language) {
        var say = PageRenderer.wording(language);
        var view =
                new NetworkView(
                        List.of(
                                row(say, "København", "current", "0", true),
                                row(say, "Oslo", "behind", "3", false),
                                row(say, "Reykjavík", "current", "0", true)),
                        "25",
                        "26",
                        "4");

        String html = PageRenderer.render("network", language, "view", view);

        assertThat(html).doesNotContain("??").contains("state-look");
    }

    private static NetworkView.Row row(
            Wording say, String city, String state, String behind, boolean healthy) {
        return new NetworkView.Row(
                new CityLine(
                        new Term(city, city), "search?city=" + city, say.countryName("DK"), true),
                healthy ? null : say.say("coordinator"),
                "1:42",
                "4be1c6a0",
                "9f1a7a3d6c54",
                "9f1a7a3d6c549f1a7a3d6c549f1a7a3d6c549f1a7a3d6c549f1a7a3d6c54",
                behind,
                "0",
                say.when(PageRenderer.NOW.minusSeconds(200)),
                say.say("network.state." + state),
                healthy,
                say.say("network.receipts.of", "3", "3"));
    }
}
