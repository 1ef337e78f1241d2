package org.silofri.node.cli.operator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.silofri.node.tls.Tls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How commands find a running node: {@code run.json} in its data folder, readable by its owner
 * only.
 *
 * @param url where the node answers
 * @param certificates at an address with https: the certificates that the node shows there, base64
 *     of DER; commands on its own machine know it by them, whatever names they are made for
 * @param operatorToken allows the operator's calls, new at each start
 */
public record RunFile(
        long pid, String url, @Nullable List<String> certificates, String operatorToken) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The file of a node that is alive; a file that a crash left behind counts as none. */
    public static Optional<RunFile> read(Path data) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(at(data)), RunFile.class))
                    .filter(run -> ProcessHandle.of(run.pid).isPresent());
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * Believes the node's own certificates alone.
     *
     * @throws CertificateException if one of them is none
     */
    SSLContext trusted() throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Set<Certificate> known = new HashSet<>();
        for (String text : certificates == null ? List.<String>of() : certificates) {
            byte[] der = Base64.getDecoder().decode(text);
            known.add(factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return Tls.pinned(known);
    }

    void write(Path data) {
        Path next = data.resolve("run.json.next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(
                    next,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(next, JSON.writeValueAsBytes(this));
            Files.move(
                    next,
                    at(data),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + at(data), e);
        }
    }

    static void delete(Path data) {
        try {
            Files.deleteIfExists(at(data));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + at(data), e);
        }
    }

    private static Path at(Path data) {
        return data.resolve("run.json");
    }
}
