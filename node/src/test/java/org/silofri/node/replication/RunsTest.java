package org.silofri.node.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EventSigner;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.event.SigningKey;
import org.silofri.node.ForgedLog;

class RunsTest {

    private static final CityId COORDINATOR = new CityId("coordinator");

    private final ForgedLog copenhagen = log("copenhagen");
    private final ForgedLog coordinator = log("coordinator");
    private final SignedEvent one = copenhagen.sound("one");
    private final SignedEvent two = copenhagen.sound("two");
    private final SignedEvent three = copenhagen.sound("three");
    private final SignedEvent member = coordinator.sound("member");

    @Test
    void makesOneRunOfWhatFollowsInACitysLogWhateverCameBetween() {
        assertThat(Runs.of(List.of(one, member, two, three), COORDINATOR))
                .containsExactly(List.of(member), List.of(one, two, three));
    }

    @Test
    void beginsANewRunAtAGapAndAtADuplicate() {
        assertThat(Runs.of(List.of(one, three), COORDINATOR))
                .containsExactly(List.of(one), List.of(three));
        assertThat(Runs.of(List.of(one, two, two, three), COORDINATOR))
                .containsExactly(List.of(one, two), List.of(two, three));
    }

    @Test
    void beginsANewRunWhereAnotherHistoryBegins() {
        SignedEvent other = copenhagen.instead(three, "other");
        SignedEvent after = copenhagen.sound("after");

        assertThat(Runs.of(List.of(one, two, three, other, after), COORDINATOR))
                .containsExactly(List.of(one, two, three), List.of(other, after));
    }

    private static ForgedLog log(String city) {
        return new ForgedLog(
                new CityId(city),
                new BaseIri("https://%s.example.org".formatted(city)),
                new EventSigner(SigningKey.generate()));
    }
}
