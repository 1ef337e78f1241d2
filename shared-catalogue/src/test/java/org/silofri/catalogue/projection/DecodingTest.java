package org.silofri.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silofri.catalogue.event.Decoded;
import org.silofri.catalogue.event.SignedEvent;
import org.silofri.catalogue.log.Author;
import org.silofri.catalogue.log.LogChange;

class DecodingTest {

    private final Author author = new Author("copenhagen");
    private final Decoding decoding = new Decoding();

    @Test
    void readsAnEventOnceForAllThatShareIt() {
        LogChange change = new LogChange(7, author.chain(1).getFirst());
        Decoded first = decoding.decode(change);

        Decoded second = decoding.decode(change);

        assertThat(second).isSameAs(first).isInstanceOf(Decoded.Sound.class);
    }

    @Test
    void readsAnotherEventWithTheSameNumberAnew() {
        List<SignedEvent> chain = author.chain(2);
        decoding.decode(new LogChange(7, chain.getFirst()));

        Decoded second = decoding.decode(new LogChange(7, chain.getLast()));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Decoded.Sound.class,
                        sound -> assertThat(sound.event().position().seq()).isEqualTo(2));
    }

    @Test
    void readsAnewAfterThePayloadIsErased() {
        SignedEvent event = author.chain(1).getFirst();
        decoding.decode(new LogChange(7, event));

        Decoded second = decoding.decode(new LogChange(7, event.withoutPayload()));

        assertThat(second).isInstanceOf(Decoded.Pending.class);
    }

    @Test
    void forgetsWhatItHasReadOnceSomethingIsErased() {
        List<SignedEvent> chain = author.chain(2);
        LogChange change = new LogChange(7, chain.getFirst());
        Decoded first = decoding.decode(change);
        decoding.decode(new LogChange(8, author.next(chain, author.erasure(chain.getFirst()))));

        Decoded second = decoding.decode(change);

        assertThat(second).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void forgetsTheEldestBeyondItsBound() {
        List<SignedEvent> chain = author.chain(4_000);
        List<Decoded> first =
                IntStream.range(0, chain.size())
                        .mapToObj(n -> decoding.decode(new LogChange(n, chain.get(n))))
                        .toList();

        Decoded eldest = decoding.decode(new LogChange(0, chain.getFirst()));

        assertThat(eldest).isEqualTo(first.getFirst()).isNotSameAs(first.getFirst());
    }
}
