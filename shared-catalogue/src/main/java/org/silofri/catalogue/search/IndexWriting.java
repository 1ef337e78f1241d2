package org.silofri.catalogue.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.event.EventHeader;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.EntryState;

/**
 * Writes changes: of each entry its last state alone, and only if that is later than what the index
 * holds. An entry that is gone leaves its place in the log behind, lest an older version that comes
 * late should bring it back.
 */
final class IndexWriting {

    private final IndexWriter writer;
    private final IndexSearcher held;

    /**
     * @param held what the index holds before the changes
     */
    IndexWriting(IndexWriter writer, IndexSearcher held) {
        this.writer = writer;
        this.held = held;
    }

    private record Latest(EntryState state, Change change) {
        static Latest of(Latest first, Latest second) {
            return second.state.replaces(first.state.held()) ? second : first;
        }
    }

    /**
     * Writes changes, none of which starts an epoch.
     *
     * @return whether something was erased that must not stay in the files either (F14)
     */
    boolean write(List<Change> changes) throws IOException {
        Map<EntryIri, Latest> latest = new LinkedHashMap<>();
        for (Change change : changes) {
            EntryState.of(change.event())
                    .map(state -> new Latest(state, change))
                    .ifPresent(last -> latest.merge(last.state().entry(), last, Latest::of));
        }
        boolean erased = false;
        for (Latest last : latest.values()) {
            erased |= write(last.state(), last.change());
        }
        return erased;
    }

    private boolean write(EntryState state, Change change) throws IOException {
        Term term = new Term(EntryDocument.IRI, state.entry().value());
        Optional<EntryState.Held> before = held(term);
        if (before.isPresent() && !state.replaces(before.get())) {
            return false;
        }
        writer.updateDocument(term, EntryDocument.FACETS.build(document(state, change)));
        return state instanceof EntryState.Erased && before.isPresent();
    }

    private Optional<EntryState.Held> held(Term term) throws IOException {
        ScoreDoc[] found = held.search(new TermQuery(term), 1).scoreDocs;
        return found.length == 0
                ? Optional.empty()
                : Optional.of(EntryDocument.held(held.storedFields().document(found[0].doc)));
    }

    private static Document document(EntryState state, Change change) {
        return switch (state) {
            case EntryState.Live(var event) -> {
                EventHeader header = event.header();
                IndexedEntry entry =
                        IndexedEntry.of(
                                event.entry(),
                                header.city(),
                                header.time(),
                                change.signed().envelope().payloadHash(),
                                event.snapshot().triples());
                yield EntryDocument.live(entry, state);
            }
            case EntryState.Withdrawn _ -> EntryDocument.gone(state);
            case EntryState.Erased _ -> EntryDocument.gone(state);
        };
    }
}
