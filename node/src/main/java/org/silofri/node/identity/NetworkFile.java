package org.silofri.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.PublicKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node must know of its network before it has spoken to anyone; the anchor of all trust
 * (F11). Made by the coordinator's {@code init}, handed to each city by a way that both trust.
 *
 * @param coordinator city id of the coordinator, the owner of the member list
 * @param base the coordinator's base IRI
 * @param key the coordinator's key: only its signature adds, suspends or removes members
 * @param steeringKeys three keys of which two may replace {@code key}
 * @param amqp the hub's broker, for example {@code amqp://localhost:5672}
 * @param http the hub's feed, for example {@code http://localhost:8080}
 */
public record NetworkFile(
        CityId coordinator,
        BaseIri base,
        PublicKey key,
        List<PublicKey> steeringKeys,
        URI amqp,
        URI http) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Copies the list. */
    public NetworkFile {
        steeringKeys = List.copyOf(steeringKeys);
    }

    /**
     * Reads a network file.
     *
     * @throws NotStartable if the file is missing or is no network file
     */
    public static NetworkFile read(Path file) {
        if (!Files.exists(file)) {
            throw new NotStartable(
                    "There is no " + file,
                    "ask the coordinator for network.json and run \"silofri init\"");
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Form.class).parsed();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new NotStartable(
                    file + " is no network file (" + e.getMessage() + ")",
                    "ask the coordinator for network.json again");
        }
    }

    /** Writes the file for everyone to read: it holds no secret. */
    public void write(Path file) {
        try {
            Files.write(file, JSON.writeValueAsBytes(Form.of(this)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A key as the file writes it; the thumbprint is what people compare by telephone. */
    private record KeyForm(String kid, String publicKey) {

        static KeyForm of(PublicKey key) {
            return new KeyForm(key.kid(), key.encoded());
        }

        PublicKey parsed() {
            PublicKey key = PublicKey.ofBase64Url(publicKey);
            if (!key.kid().equals(kid)) {
                throw new IllegalArgumentException("public key does not have thumbprint " + kid);
            }
            return key;
        }
    }

    private record Form(
            String coordinator,
            String base,
            KeyForm key,
            List<KeyForm> steeringKeys,
            URI amqp,
            URI http) {

        static Form of(NetworkFile file) {
            return new Form(
                    file.coordinator.value(),
                    file.base.value(),
                    KeyForm.of(file.key),
                    file.steeringKeys.stream().map(KeyForm::of).toList(),
                    file.amqp,
                    file.http);
        }

        NetworkFile parsed() {
            return new NetworkFile(
                    new CityId(coordinator),
                    new BaseIri(base),
                    key.parsed(),
                    steeringKeys.stream().map(KeyForm::parsed).toList(),
                    amqp,
                    http);
        }
    }
}
