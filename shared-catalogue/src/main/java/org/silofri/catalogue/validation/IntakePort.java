package org.silofri.catalogue.validation;

/** Where connectors hand over what they read; a node implements it. Safe for many threads. */
public interface IntakePort {

    /**
     * Validates and publishes; returns when the event is saved (local fsync), or with the reason.
     */
    IntakeResult submit(Candidate candidate);
}
