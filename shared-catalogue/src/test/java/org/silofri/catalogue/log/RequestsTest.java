package org.silofri.catalogue.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silofri.catalogue.event.Hashes;
import org.silofri.catalogue.event.Position;

/** What came of requests with a key (ADR 0061). */
class RequestsTest {

    private static final Instant THEN = Author.TIME;
    private static final Instant LATER = THEN.plus(Duration.ofHours(24)).minusMillis(1);
    private static final Instant A_DAY_LATER = THEN.plus(Duration.ofHours(24));
    private static final Expectation NOTHING_YET = new Expectation.NothingYet();

    @TempDir Path folder;
    private EventLog log;
    private final Author own = new Author("copenhagen");

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    static RequestKey key(String name) {
        return new RequestKey(Hashes.sha256(name), Hashes.sha256(name + " content"));
    }

    private AppendResult append(String entry, RequestKey key) {
        return log.append(
                own.city(), own.draft(entry, "T"), NOTHING_YET, Optional.of(key), own.signer());
    }

    private Optional<AnsweredRequest> find(String name, Instant now) {
        return log.requests().find(own.city(), key(name).name(), now);
    }

    private AnsweredRequest answered(String name, String entry, boolean appended) {
        return new AnsweredRequest(key(name), own.entry(entry), new Position(1, 1), appended);
    }

    @Test
    void appendsOnceForARequestOfOneName() {
        append("a", key("one"));

        AppendResult again = append("b", key("one"));

        assertThat(again).isEqualTo(new AppendResult.Repeated(answered("one", "a", true)));
        assertThat(log.head(own.city()).orElseThrow().position()).isEqualTo(new Position(1, 1));
    }

    @Test
    void remembersOverARestart() {
        append("a", key("one"));
        log.close();
        open();

        assertThat(find("one", LATER)).contains(answered("one", "a", true));
    }

    @Test
    void remembersNothingOfARequestThatCameTooLate() {
        append("a", key("one"));

        assertThat(append("a", key("two"))).isInstanceOf(AppendResult.Conflict.class);
        assertThat(find("two", THEN)).isEmpty();
    }

    @Test
    void remembersForADay() {
        append("a", key("one"));

        assertThat(find("one", LATER)).isPresent();
        assertThat(find("one", A_DAY_LATER)).isEmpty();
    }

    @Test
    void aForgottenNameIsFree() {
        AnsweredRequest first = answered("one", "a", false);
        AnsweredRequest second = answered("one", "b", false);
        log.requests().remember(own.city(), first, THEN);

        assertThat(log.requests().remember(own.city(), second, LATER)).isEqualTo(first);
        assertThat(log.requests().remember(own.city(), second, A_DAY_LATER)).isEqualTo(second);
    }

    @Test
    void anotherCitysNameIsAnother() {
        append("a", key("one"));

        assertThat(log.requests().find(new Author("oslo").city(), key("one").name(), THEN))
                .isEmpty();
    }

    @Test
    void deletesWhatIsForgotten() {
        append("a", key("one"));

        assertThat(log.requests().forget(LATER)).isZero();
        assertThat(log.requests().forget(A_DAY_LATER)).isEqualTo(1);
        assertThat(log.requests().forget(A_DAY_LATER)).isZero();
    }

    @Test
    void keepsNobodysWords() {
        assertThatThrownBy(() -> new RequestKey("my key", Hashes.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
