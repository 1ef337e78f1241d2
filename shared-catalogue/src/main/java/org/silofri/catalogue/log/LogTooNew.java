package org.silofri.catalogue.log;

import java.nio.file.Path;

/** The file was written by a newer Silofri. */
public final class LogTooNew extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogTooNew(Path file, int version, int known) {
        super(
                "%s has schema version %d and this Silofri knows %d; run the newer Silofri again, or restore the backup from before the upgrade"
                        .formatted(file, version, known));
    }
}
