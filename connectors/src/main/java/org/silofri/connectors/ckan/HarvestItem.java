package org.silofri.connectors.ckan;

import java.util.List;
import org.silofri.connectors.Remark;

/**
 * What became of a package.
 *
 * @param id of the package
 * @param remarks why it was refused; empty unless refused
 */
public record HarvestItem(String id, Outcome outcome, List<Remark> remarks) {

    public HarvestItem {
        remarks = List.copyOf(remarks);
    }

    /** The possible ends of a package. */
    public enum Outcome {
        /** An entry was published for the first time. */
        NEW,
        /** An entry was published in a new version. */
        CHANGED,
        /** The entry is as it was; nothing was published. */
        UNCHANGED,
        /** The mapping makes nothing of it. */
        NOT_MEANT,
        /** It was not published. */
        REFUSED
    }
}
