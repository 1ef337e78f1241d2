package org.silofri.catalogue.projection;

/**
 * A projection that is computed anew beside the one in use. It starts at 0; apply the whole log to
 * it, then let it take over. Closed before that, it is thrown away.
 */
public interface Rebuild extends Projection {

    /**
     * Puts the new projection into the place of the old one, in one step that survives a crash, and
     * deletes the old one once its last reader is done. No batch may be applied to either
     * meanwhile; afterwards go on with the projection in use, from its checkpoint.
     *
     * @throws IllegalStateException if it took over already or is closed
     */
    void takeOver();
}
