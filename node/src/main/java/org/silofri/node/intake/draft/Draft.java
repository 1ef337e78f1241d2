package org.silofri.node.intake.draft;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/**
 * What somebody writes for a city, before it is published.
 *
 * @param id a ULID
 * @param subject what it is to become
 * @param content values by field, as typed
 * @param comment what a publisher wrote when giving it back; null when nobody did
 * @param author who began it
 * @param changedBy who kept this version
 * @param version 0 before it is kept for the first time; grows with each change
 */
public record Draft(
        String id,
        Subject subject,
        Map<String, List<String>> content,
        State state,
        @Nullable String comment,
        Author author,
        Author changedBy,
        long version,
        Instant changed) {

    /** Longest comment in characters. */
    public static final int MOST_COMMENT = 2_000;

    /** Copies the content, in its order. */
    public Draft {
        content = new LinkedHashMap<>(content);
    }

    /** Whose turn it is. */
    public enum State {
        /** Its author's. */
        OPEN,
        /** A publisher's. */
        SUBMITTED,
        /** Its author's again, with a comment. */
        RETURNED
    }

    /**
     * What a draft is to become.
     *
     * @param city whose log it is for
     * @param entry the published entry that it changes; null for a new one
     * @param basis ETag of the version of that entry which the author has seen; null for a new one
     * @param adopts another city's entry that the new one is adopted from; null if none
     */
    public record Subject(
            CityId city,
            EntryKind kind,
            @Nullable EntryIri entry,
            @Nullable String basis,
            @Nullable EntryIri adopts) {

        /** The same, seen at another version of the entry. */
        public Subject at(String etag) {
            return new Subject(city, kind, entry, etag, adopts);
        }
    }

    /** A draft that nobody has kept yet. */
    public static Draft begun(
            String id, Subject subject, Map<String, List<String>> content, Author by, Instant now) {
        return new Draft(id, subject, content, State.OPEN, null, by, by, 0, now);
    }

    /** The same with other content. */
    public Draft with(Map<String, List<String>> other) {
        return new Draft(id, subject, other, state, comment, author, changedBy, version, changed);
    }

    /** The same about another version of the entry. */
    public Draft about(Subject other) {
        return new Draft(id, other, content, state, comment, author, changedBy, version, changed);
    }

    /** Handed to whoever may publish. */
    public Draft submitted() {
        return new Draft(
                id, subject, content, State.SUBMITTED, null, author, changedBy, version, changed);
    }

    /**
     * Given back to its author.
     *
     * @param why what is to be mended, cut at {@link #MOST_COMMENT}
     * @return empty when it is not with a publisher
     */
    public Optional<Draft> returned(String why) {
        String kept = why.substring(0, Math.min(why.length(), MOST_COMMENT));
        return state == State.SUBMITTED
                ? Optional.of(
                        new Draft(
                                id,
                                subject,
                                content,
                                State.RETURNED,
                                kept,
                                author,
                                changedBy,
                                version,
                                changed))
                : Optional.empty();
    }
}
