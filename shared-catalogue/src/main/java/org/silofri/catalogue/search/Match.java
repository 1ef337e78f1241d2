package org.silofri.catalogue.search;

/**
 * Why an entry is a hit: a word of the entry that answers a word of the query.
 *
 * @param where part of the entry that holds the word
 * @param lang language of that part; {@code und} where the entry does not tell
 * @param word as it stands in the entry
 * @param how whether the word itself matched, or only its spelling is near
 */
public record Match(Where where, String lang, String word, How how) {

    /** Part of an entry. */
    public enum Where {
        TITLE,
        TEXT
    }

    /** Kind of likeness. */
    public enum How {
        /** The same word in that language, in any of its forms. */
        WORD,
        /** Much of the spelling: a compound, a relative in another language, a slip of the pen. */
        SPELLING
    }
}
