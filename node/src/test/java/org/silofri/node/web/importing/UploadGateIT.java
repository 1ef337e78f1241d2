package org.silofri.node.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silofri.node.TestNetwork;
import org.silofri.node.TestNode;
import org.silofri.node.security.Role;
import org.silofri.node.security.TokenStore;

/** What is no upload for the import page is sent away before its body is read. */
class UploadGateIT {

    private static final String TYPE = "multipart/form-data; boundary=x";

    @TempDir private static Path folder;
    private static TestNetwork network;
    private static TestNode node;
    private static String token;

    @BeforeAll
    static void aNode() {
        network = TestNetwork.start(folder);
        node = network.coordinator();
        token =
                node.bean(TokenStore.class)
                        .issue(Role.PUBLISHER, node.city(), "test", Duration.ofDays(1));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /import, 99999999, 413",
        "POST, /api/entries, 10, 415",
        "POST, /sparql, 10, 415",
        "PUT, /import, 10, 415",
        "POST, /import/1/publish, 10, 415",
        "POST, /operator/import, 10, 415"
    })
    void answersWithoutWaitingForTheBody(String method, String path, long length, int status)
            throws IOException {
        assertThat(answered(method, path, "Content-Length: " + length)).isEqualTo(status);
    }

    @Test
    void asksForALength() throws IOException {
        assertThat(answered("POST", "/import", "Transfer-Encoding: chunked")).isEqualTo(411);
    }

    /** Sends a head alone and reads the status. */
    private static int answered(String method, String path, String length) throws IOException {
        URI url = node.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            String head =
                    String.join(
                            "\r\n",
                            method + " " + path + " HTTP/1.1",
                            "Host: " + url.getAuthority(),
                            "Authorization: Bearer " + token,
                            "Content-Type: " + TYPE,
                            length,
                            "",
                            "");
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String line =
                    new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(line.length() - 3));
        }
    }
}
