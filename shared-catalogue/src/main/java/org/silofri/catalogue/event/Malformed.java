package org.silofri.catalogue.event;

/** Bytes from outside have not the form that they claim; the message names the place. */
public final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
