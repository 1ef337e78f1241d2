package org.silofri.node.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.silofri.connectors.tabular.ImportOptions;
import org.silofri.connectors.tabular.ImportReport;
import org.silofri.connectors.tabular.ProgressListener;
import org.silofri.connectors.tabular.RowOutcome;
import org.silofri.connectors.tabular.TabularImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks or publishes the rows of an upload on its caller's thread and keeps what it found. */
final class UploadWork {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);

    /** Reading a workbook takes memory; the others wait their turn. */
    private static final int READ_TOGETHER = 1;

    private final UploadStore store;
    private final TabularImport tabular;
    private final Semaphore checking = new Semaphore(READ_TOGETHER);

    UploadWork(UploadStore store, TabularImport tabular) {
        this.store = store;
        this.tabular = tabular;
    }

    /** Ends early when the thread is interrupted; then an import can be begun again. */
    void run(Upload upload, boolean publishes, ProgressListener follower) {
        try {
            ImportOptions options = ImportOptions.only(upload.city());
            if (publishes) {
                publish(upload, options, follower);
            } else {
                check(upload, options.asDryRun(), follower);
            }
        } catch (InterruptedException e) { // the thread ends with this
            store.failed(upload.id());
        } catch (RuntimeException e) { // a supervising end: the page must not wait for ever
            LOG.atError()
                    .addKeyValue("city", upload.city())
                    .setCause(e)
                    .log("an uploaded file cannot be looked at");
            store.failed(upload.id());
        }
    }

    private void check(Upload upload, ImportOptions options, ProgressListener follower)
            throws InterruptedException {
        checking.acquire();
        try {
            ImportReport report = report(upload, options, follower);
            if (Thread.interrupted() || brokenOff(report)) {
                throw new InterruptedException(); // half a preview would mislead
            }
            keep(upload, Upload.State.CHECKED, report);
        } finally {
            checking.release();
        }
    }

    private void publish(Upload upload, ImportOptions options, ProgressListener follower) {
        ImportReport report = report(upload, options, follower);
        // an interrupt has ended the import, it must not end the keeping of what that did
        boolean _ = Thread.interrupted();
        keep(upload, Upload.State.IMPORTED, report);
    }

    private void keep(Upload upload, Upload.State state, ImportReport report) {
        boolean unreadable = report.refused().isPresent();
        store.keep(
                upload.id(),
                unreadable ? Upload.State.UNREADABLE : state,
                report,
                brokenOff(report));
    }

    private static boolean brokenOff(ImportReport report) {
        return report.count(RowOutcome.Outcome.NOT_TRIED) > 0;
    }

    private ImportReport report(Upload upload, ImportOptions options, ProgressListener follower) {
        try {
            return tabular.run(
                    upload.fileName(),
                    new ByteArrayInputStream(store.content(upload.id())),
                    options,
                    follower);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }
}
