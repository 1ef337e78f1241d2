package org.silofri.catalogue.event;

/**
 * Names the event whose payload and salt every node drops (F14); always of the author's own log and
 * earlier than the event that carries this.
 *
 * @param erased its position
 * @param hash its hash
 */
public record Erasure(Position erased, String hash) {

    /**
     * @throws IllegalArgumentException if no event can stand there
     */
    public Erasure {
        if (erased.epoch() < 1 || erased.seq() < 1 || !Hashes.isHash(hash)) {
            throw new IllegalArgumentException("Erasure names no event");
        }
    }
}
