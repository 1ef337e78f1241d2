package org.silofri.catalogue.log;

import java.nio.file.Path;

/** Another process, or this one a second time, has the data folder open. */
public final class LogInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogInUse(Path file) {
        super(
                "%s is in use by another node; end that node, or give this one its own data folder"
                        .formatted(file));
    }
}
