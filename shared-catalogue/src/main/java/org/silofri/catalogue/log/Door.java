package org.silofri.catalogue.log;

import java.util.Locale;

/** The kinds of ways in; they and the reasons are all by which refusals are counted (F16). */
public enum Door {
    /** Live, over the hub. */
    BUS,
    /** In a peer's answer to this node's own question. */
    PULL,
    /** Brought over HTTP without being asked for. */
    PUSH,
    /** Entries that people and programs wish to write here. */
    API;

    /** As metrics and answers name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
