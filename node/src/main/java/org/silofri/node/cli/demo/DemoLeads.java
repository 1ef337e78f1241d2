package org.silofri.node.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.silofri.node.cli.operator.LeadsController.Historical;
import org.silofri.node.cli.operator.LeadsController.Recorded;
import org.silofri.node.cli.operator.NodeClient;
import org.silofri.node.cli.terminal.CommandFailed;

/** The joint efforts that cities led before the network kept a log, from {@code leads.csv}. */
public final class DemoLeads {

    private DemoLeads() {}

    /** Has the coordinator's node record them; those that it knows stay as they are. */
    public static void send(NodeClient coordinator, Path file) {
        for (Historical effort : read(file)) {
            coordinator.post("/operator/leads", effort, Recorded.class);
        }
    }

    /** Reads the file. */
    public static List<Historical> read(Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<Historical> efforts = new ArrayList<>();
            for (CSVRecord row : rows) {
                efforts.add(effort(row));
            }
            return efforts;
        } catch (IOException e) {
            throw new CommandFailed(
                    file + " cannot be read: " + e.getMessage(),
                    "check out compose/ of the repository again");
        }
    }

    private static Historical effort(CSVRecord row) {
        String followers = row.get("followers");
        return new Historical(
                texts(row, "title"),
                texts(row, "description"),
                row.get("theme"),
                row.get("start"),
                row.get("end"),
                row.get("source"),
                row.get("lead"),
                followers.isEmpty() ? List.of() : List.of(followers.split(" ", -1)));
    }

    private static Map<String, String> texts(CSVRecord row, String column) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(row.get("lang"), row.get(column + "_own"));
        texts.put("en", row.get(column + "_en"));
        return texts;
    }
}
