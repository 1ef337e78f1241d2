package org.silofri.catalogue.log;

import org.silofri.catalogue.event.SignedEvent;

/** An authentic event of a peer with how it enters the log. */
public record Judged(SignedEvent event, Verdict verdict) {}
