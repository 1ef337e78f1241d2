package org.silofri.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.SigningKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The private keys of the own cities: one file a city, readable by the owner only, made by {@code
 * init} and by nothing else; never in a database, an export or a backup.
 */
final class KeyFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SUFFIX = ".key.json";
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    KeyFolder(Path data) {
        this.folder = data.resolve("keys");
    }

    /**
     * A city of this node.
     *
     * @param base fixed when the key was made
     */
    record OwnCity(CityId city, BaseIri base, SigningKey key) {}

    boolean holds(CityId city) {
        return Files.exists(file(city.value()));
    }

    OwnCity create(CityId city, BaseIri base) {
        OwnCity own = new OwnCity(city, base, SigningKey.generate());
        OwnerOnly.write(
                file(city.value()),
                JSON.writeValueAsBytes(
                        new Form(city.value(), base.value(), own.key().kid(), encoded(own.key()))));
        return own;
    }

    /** Makes a key that belongs to no city, to be carried away from the machine. */
    SigningKey createSteering(int number) {
        SigningKey key = SigningKey.generate();
        Path steering = folder.resolve("steering");
        OwnerOnly.write(
                steering.resolve("steering-" + number + SUFFIX),
                JSON.writeValueAsBytes(Map.of("kid", key.kid(), "pkcs8", encoded(key))));
        return key;
    }

    /** A secret of the node that is no city's key; made when it is first asked for. */
    byte[] secret(String name) {
        Path file = folder.resolve(name + ".secret");
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            OwnerOnly.write(file, secret);
        }
        return OwnerOnly.read(file);
    }

    /**
     * @throws NotStartable if a key file can be read by others or is damaged
     */
    Map<CityId, OwnCity> load() {
        Map<CityId, OwnCity> cities = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return cities;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                OwnCity own = read(file);
                cities.put(own.city(), own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return cities;
    }

    private static OwnCity read(Path file) {
        try {
            Form form = JSON.readValue(OwnerOnly.read(file), Form.class);
            return new OwnCity(
                    new CityId(form.city()),
                    new BaseIri(form.base()),
                    SigningKey.ofPkcs8(Base64.getDecoder().decode(form.pkcs8())));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new NotStartable(
                    "Key file " + file + " is damaged", "restore it from your own safe copy");
        }
    }

    private static String encoded(SigningKey key) {
        return Base64.getEncoder().encodeToString(key.pkcs8());
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /**
     * @param kid thumbprint, for people
     * @param pkcs8 the private key (RFC 8410) in base64
     */
    private record Form(String city, String base, String kid, String pkcs8) {}
}
