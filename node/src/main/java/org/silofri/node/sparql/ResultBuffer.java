package org.silofri.node.sparql;

import java.io.ByteArrayOutputStream;

/**
 * A serialised result until it is whole, so that a query that fails half-way is answered by an
 * error and not by half a result.
 */
final class ResultBuffer extends ByteArrayOutputStream {

    private final long most;

    /**
     * @param most bytes
     */
    ResultBuffer(long most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        requireRoom(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        requireRoom(length);
        super.write(bytes, offset, length);
    }

    private void requireRoom(int more) {
        if (count + (long) more > most) {
            throw new TooLarge("%d bytes".formatted(most));
        }
    }

    /** The result is beyond a limit. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /**
         * @param limit for example "100000 rows"
         */
        TooLarge(String limit) {
            super(
                    "The result is larger than %s; add LIMIT and OFFSET, or ask for less"
                            .formatted(limit));
        }
    }
}
