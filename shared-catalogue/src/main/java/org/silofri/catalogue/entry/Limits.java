package org.silofri.catalogue.entry;

/** What an entry may at most hold (F17); larger things are linked by URL and SHA-256. */
public final class Limits {

    /** Most bytes of a payload, and of RDF that comes in: 256 KiB. */
    public static final int BYTES = 256 * 1024;

    /** Most triples of an entry. */
    public static final int TRIPLES = 5_000;

    /** Deepest nesting of brackets in RDF that comes in. */
    public static final int DEPTH = 50;

    private Limits() {}
}
