package org.silofri.node.importing;

import java.time.Duration;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;

/** Remembers how far a check or an import is. Thread-safe. */
final class Follower implements ProgressListener {

    private volatile Progress now = Progress.NONE;

    Progress now() {
        return now;
    }

    @Override
    public void onRow(int done, int total, RowOutcome outcome) {
        now = new Progress(done, total, Duration.ZERO);
    }

    @Override
    public void onWait(int done, int total, Duration wait) {
        now = new Progress(done, total, wait);
    }
}
