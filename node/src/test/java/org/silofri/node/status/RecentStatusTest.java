package org.silofri.node.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentStatusTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final RecentStatus recent = new RecentStatus(this::ask, now::get);

    @Test
    void asksOnceAsLongAsTheAnswerIsFresh() {
        recent.cities();
        now.updateAndGet(time -> time.plus(RecentStatus.FRESH).minusMillis(1));

        recent.cities();

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhenTheAnswerIsOld() {
        recent.cities();
        now.updateAndGet(time -> time.plus(RecentStatus.FRESH));

        recent.cities();

        assertThat(asked).hasValue(2);
    }

    private List<CityStatus> ask() {
        asked.incrementAndGet();
        return List.of();
    }
}
