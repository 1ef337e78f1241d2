package org.silofri.node.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.node.identity.NotStartable;

class HubAddressTest {

    @Test
    void takesPlainAmqp() {
        URI hub = URI.create("amqp://hub.example:5672");

        assertThat(Bus.checked(hub)).isEqualTo(hub);
    }

    /** Whoever writes amqps would else believe that the way is encrypted. */
    @ParameterizedTest
    @ValueSource(
            strings = {"amqps://hub.example:5671", "tcp://hub.example:5672", "hub:5672", "hub"})
    void refusesWhatIsNotServed(String hub) {
        assertThatThrownBy(() -> Bus.checked(URI.create(hub)))
                .isInstanceOf(NotStartable.class)
                .hasMessageContaining("amqp://host:port");
    }
}
