package org.silofri.node.log;

/** Some log has grown: read it from your own checkpoint. Carries no data on purpose. */
public record LogGrown() {}
