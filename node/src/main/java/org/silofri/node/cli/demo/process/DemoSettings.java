package org.silofri.node.cli.demo.process;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the demo sets over the files in {@code compose/}: its ports and folders. */
public final class DemoSettings {

    private DemoSettings() {}

    public static Map<String, String> of(DemoNode node, DemoFolders folders, DemoPorts ports) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("silofri.node.data", folders.data(node).toString());
        settings.put("silofri.node.state", folders.root().resolve("state").toString());
        settings.put("silofri.node.url", ports.url(node));
        settings.put("server.port", Integer.toString(ports.http(node)));
        settings.put("management.server.port", Integer.toString(ports.management(node)));
        return settings;
    }
}
