package org.silofri.node.importing;

import java.time.Duration;

/**
 * How far a check or an import is.
 *
 * @param done rows that are done
 * @param total all rows; 0 until the file is read
 * @param pause how long it waits for the quota; zero while it works
 */
public record Progress(int done, int total, Duration pause) {

    static final Progress NONE = new Progress(0, 0, Duration.ZERO);
}
