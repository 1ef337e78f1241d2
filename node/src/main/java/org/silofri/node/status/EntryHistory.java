package org.silofri.node.status;

import java.util.List;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.log.LoggedVersion;
import org.silofri.node.log.LogService;
import org.springframework.stereotype.Component;

/** What the logs tell of one entry, for readers. */
@Component
public class EntryHistory {

    private final LogService logs;

    EntryHistory(LogService logs) {
        this.logs = logs;
    }

    /** Events about the entry, newest first, at most 1,000; the held and erased ones too. */
    public List<LoggedVersion> versions(EntryIri entry) {
        return logs.log().versions(entry);
    }
}
