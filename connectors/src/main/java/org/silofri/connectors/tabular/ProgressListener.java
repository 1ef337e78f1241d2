package org.silofri.connectors.tabular;

import java.time.Duration;

/** Told how an import goes on, on the importing thread. */
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE =
            new ProgressListener() {
                @Override
                public void onRow(int done, int total, RowOutcome outcome) {}

                @Override
                public void onWait(int done, int total, Duration wait) {}
            };

    /** A row has its outcome; {@code done} counts it. */
    void onRow(int done, int total, RowOutcome outcome);

    /** A quota is used up; the import goes on after {@code wait}. */
    void onWait(int done, int total, Duration wait);
}
