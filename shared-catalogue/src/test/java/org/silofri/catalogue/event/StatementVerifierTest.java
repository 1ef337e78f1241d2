package org.silofri.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Statement.ForkProof;
import org.silofri.catalogue.event.Statement.HeadStatement;
import org.silofri.catalogue.event.Statement.NodePosition;
import org.silofri.catalogue.event.StatementVerifier.Result;
import org.silofri.catalogue.event.VerifyResult.Reason;

/** WIRE "Statements outside the log". */
class StatementVerifierTest {

    private static final HeadStatement HEAD =
            new HeadStatement(
                    Events.CITY,
                    new Position(1, 418),
                    Hashes.sha256("x"),
                    Events.TIME,
                    List.of(new ForkProof("a.b.c", "d.e.f")));

    private final EventSigner signer = new EventSigner(Events.KEY);
    private final StatementVerifier verifier = new StatementVerifier(Events.KEYS);

    @Test
    void keepsAHead() {
        String jws = signer.sign(HEAD);

        assertThat(verifier.verify(jws)).isEqualTo(new Result.Authentic(HEAD, jws));
    }

    @Test
    void keepsTheHeadOfAnEmptyLog() {
        Statement empty =
                new HeadStatement(Events.CITY, Position.START, Hashes.NONE, Events.TIME, List.of());
        String jws = signer.sign(empty);

        assertThat(verifier.verify(jws)).isEqualTo(new Result.Authentic(empty, jws));
    }

    @Test
    void keepsPositions() {
        Statement position =
                new NodePosition(
                        Events.CITY,
                        Map.of(Events.CITY, new Position(1, 2), new CityId("oslo"), Position.START),
                        Events.TIME);
        String jws = signer.sign(position);

        assertThat(verifier.verify(jws)).isEqualTo(new Result.Authentic(position, jws));
    }

    @Test
    void refusesAStatementThatAnotherSigned() {
        String jws = new EventSigner(Events.key(9)).sign(HEAD);

        assertThat(reason(jws)).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void takesNoEventForAStatementNorTheOtherWayRound() {
        String event = Events.published(1, 1, Hashes.NONE, Events.KEY).jws();
        EventVerifier events = new EventVerifier(Events.KEYS);

        assertThat(reason(event)).isEqualTo(Reason.MALFORMED);
        assertThat(events.verify(signer.sign(HEAD))).isInstanceOf(VerifyResult.NotAuthentic.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"org.silofri.log.head.v2\",\"city\":\"stavanger\",\"time\":\"2026-11-23T20:15:30.125Z\"}",
                "{\"type\":\"org.silofri.log.head.v1\",\"city\":\"stavanger\",\"time\":\"2026-11-23T20:15:30.125Z\",\"epoch\":-1,\"seq\":1,\"hash\":\"x\"}",
                "{\"type\":\"org.silofri.node.position.v1\",\"city\":\"stavanger\",\"time\":\"2026-11-23T20:15:30.125Z\",\"held\":{\"OSLO\":\"1:1\"}}",
                "{\"type\":\"org.silofri.node.position.v1\",\"city\":\"stavanger\",\"time\":\"2026-11-23T20:15:30.125Z\",\"held\":{\"oslo\":\"1\"}}",
                "{\"type\":\"org.silofri.node.position.v1\",\"city\":\"stavanger\",\"time\":\"now\",\"held\":{}}"
            })
    void refusesWhatIsNoStatement(String json) {
        assertThat(reason(Events.signed(json, Events.KEY))).isEqualTo(Reason.MALFORMED);
    }

    private Reason reason(String jws) {
        return ((Result.NotAuthentic) verifier.verify(jws)).reason();
    }
}
