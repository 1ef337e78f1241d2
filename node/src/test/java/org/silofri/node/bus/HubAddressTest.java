package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.bus.dial.HubAddress;
import org.silofri.node.identity.NotStartable;
import org.silofri.node.tls.Tls;

class HubAddressTest {

    @ParameterizedTest
    @CsvSource({
        "amqp://hub.example, 5672, false",
        "amqp://hub.example:7, 7, false",
        "amqps://hub.example, 5671, true",
        "amqps://hub.example:7, 7, true"
    })
    void takesAmqpWithAndWithoutTls(URI uri, int port, boolean tls) {
        assertThat(HubAddress.of(uri)).isEqualTo(new HubAddress("hub.example", port, tls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://hub.example:5672", "hub:5672", "hub", "amqps:hub"})
    void refusesWhatIsNotServed(String hub) {
        assertThatThrownBy(() -> HubAddress.of(URI.create(hub)))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("amqps://host:port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amqp://192.0.2.7", "amqp://no-such-host.invalid", "amqp://[2001:db8::1]"})
    void refusesToSendALoginInTheClearToAnotherMachine(String hub) {
        HubAddress address = HubAddress.of(URI.create(hub));

        assertThatThrownBy(() -> address.requireProtected(false))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("write amqps");
        assertThatCode(() -> address.requireProtected(true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp://localhost", "amqp://127.0.0.1", "amqps://hub.example"})
    void allowsWhatIsEncryptedOrStaysOnTheMachine(String hub) {
        HubAddress address = HubAddress.of(URI.create(hub));

        assertThatCode(() -> address.requireProtected(false)).doesNotThrowAnyException();
    }

    @Test
    void asksTheHubForAKey() {
        HubAddress address = HubAddress.of(URI.create("amqps://hub.example"));

        assertThatThrownBy(() -> address.requireKey(Tls.none()))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("set silofri.tls.bundle");
    }
}
