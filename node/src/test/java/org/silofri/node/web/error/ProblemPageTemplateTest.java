package org.silofri.node.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.web.page.PageRenderer;

class ProblemPageTemplateTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 413, 429, 500, 503})
    void tellsTheRemedyInBothLanguages(int status) {
        for (String language : new String[] {"en", "da"}) {
            var say = PageRenderer.wording(language);
            var view = ErrorView.of(status, say);

            String html = PageRenderer.render("problem", language, "view", view);

            assertThat(html).doesNotContain("??").contains(say.say("error." + status + ".remedy"));
        }
    }
}
