package org.silofri.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.node.identity.CityProfile;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;

/**
 * All cities and workbooks of the demo on two real nodes: Copenhagen's, and the coordinator's,
 * which hosts every other city.
 */
public final class DemoNetwork implements AutoCloseable {

    private static final Path DEMO = Path.of("../compose/demo");
    private static final String OWN = "copenhagen";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestNetwork network;

    private DemoNetwork(TestNetwork network) {
        this.network = network;
    }

    /** Starts the nodes; returns when both hold all entries. */
    public static DemoNetwork start(Path folder) {
        var demo = new DemoNetwork(TestNetwork.start(folder, Map.of("silofri.demo", "true")));
        try {
            demo.fill();
            return demo;
        } catch (RuntimeException | AssertionError e) {
            demo.close();
            throw e;
        }
    }

    private void fill() {
        for (CSVRecord city : cities()) {
            join(city);
        }
        // a workbook may name any member
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(members(copenhagen())).isEqualTo(members(coordinator())));
        load(copenhagen(), OWN);
        List.of("stavanger", "helsinki", "coordinator")
                .forEach(workbook -> load(coordinator(), workbook));
        awaitEqual();
    }

    private static List<CityId> members(TestNode node) {
        return node.bean(Members.class).all().stream().map(Member::city).toList();
    }

    /** A city's own node. */
    public TestNode copenhagen() {
        return network.node(OWN);
    }

    /** The node that hosts the other cities. */
    public TestNode coordinator() {
        return network.coordinator();
    }

    /** Waits until both nodes show the same. */
    public void awaitEqual() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(copenhagen().log().heads()).isEqualTo(coordinator().log().heads());
                    assertThat(copenhagen().projections().digests())
                            .isEqualTo(coordinator().projections().digests());
                });
        for (TestNode node : network.nodes()) {
            assertThat(node.projections().awaitVisible(PATIENCE)).isTrue();
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private void join(CSVRecord city) {
        String id = city.get("city");
        if (id.equals(OWN)) {
            TestNode node = network.prepare(id, profile(city));
            network.admit(node);
            node.start();
        } else {
            network.host(coordinator(), id, profile(city));
        }
    }

    private static void load(TestNode node, String workbook) {
        var options = new ImportOptions(Optional.of(node.city()), Optional.empty(), false);
        try {
            ImportReport report =
                    node.bean(TabularImport.class)
                            .run(DEMO.resolve(workbook + ".xlsx"), options, ProgressListener.NONE);
            assertThat(report.problems()).as(workbook).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> cities() {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows =
                CSVParser.parse(DEMO.resolve("cities.csv"), StandardCharsets.UTF_8, format)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CityProfile profile(CSVRecord city) {
        String evidence = city.get("membership_evidence");
        return new CityProfile(
                names(city),
                city.get("country"),
                city.get("lang"),
                Double.valueOf(city.get("lat")),
                Double.valueOf(city.get("lon")),
                null,
                evidence.isBlank() ? null : evidence);
    }

    private static Map<String, String> names(CSVRecord city) {
        Map<String, String> names = new HashMap<>();
        names.put("en", city.get("name_en"));
        names.put(city.get("lang"), city.get("name_own"));
        Pattern.compile("(..)=([^;]+)")
                .matcher(city.get("names_other"))
                .results()
                .forEach(name -> names.put(name.group(1), name.group(2)));
        return names;
    }
}
