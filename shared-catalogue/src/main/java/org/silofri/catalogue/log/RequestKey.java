package org.silofri.catalogue.log;

import org.silofri.catalogue.event.Hashes;

/**
 * Names a request that must have its effect once, however often it is sent (ADR 0061).
 *
 * @param name hash of what the caller calls it; one city's requests share a space
 * @param content hash of what it asks for, by which its repetition is told from another request
 */
public record RequestKey(String name, String content) {

    /**
     * @throws IllegalArgumentException if one of them is no hash, so that nobody's words are kept
     */
    public RequestKey {
        if (!Hashes.isHash(name) || !Hashes.isHash(content)) {
            throw new IllegalArgumentException("A request is named by hashes; use Hashes.sha256");
        }
    }
}
