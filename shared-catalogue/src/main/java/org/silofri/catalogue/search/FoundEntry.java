package org.silofri.catalogue.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;

/** A document of the index, read back. */
record FoundEntry(
        EntryIri iri,
        CityId city,
        SequencedMap<String, String> titles,
        SequencedMap<String, String> texts,
        List<String> themes,
        @Nullable String verdict,
        @Nullable String rung,
        Instant updated) {

    static FoundEntry read(IndexSearcher searcher, int doc) throws IOException {
        Document document = searcher.storedFields().document(doc);
        return new FoundEntry(
                new EntryIri(document.get(EntryDocument.IRI)),
                new CityId(document.get(EntryDocument.CITY)),
                byLanguage(document, EntryDocument.STORED_TITLE),
                byLanguage(document, EntryDocument.STORED_TEXT),
                List.of(document.getValues(EntryDocument.THEME)),
                document.get(EntryDocument.VERDICT),
                document.get(EntryDocument.RUNG),
                updated(document));
    }

    static Instant updated(Document document) {
        IndexableField field = document.getField(EntryDocument.UPDATED);
        Number millis = field == null ? 0 : field.numericValue();
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static SequencedMap<String, String> byLanguage(Document document, String prefix) {
        var byLanguage = new TreeMap<String, String>();
        for (IndexableField field : document) {
            if (field.name().startsWith(prefix)) {
                byLanguage.put(field.name().substring(prefix.length()), field.stringValue());
            }
        }
        return Collections.unmodifiableSequencedMap(byLanguage);
    }

    EntryKind kind() {
        return iri.kind();
    }

    /** The words of the entry that answer the query; never empty when it shares any spelling. */
    List<Match> why(Marker marker) {
        var why = new ArrayList<>(whyByTitle(marker));
        texts.forEach((lang, text) -> addMatches(why, marker, Match.Where.TEXT, lang, text));
        if (why.isEmpty()) {
            texts.forEach((lang, text) -> addNearest(why, marker, Match.Where.TEXT, lang, text));
        }
        return why.stream().distinct().toList();
    }

    /** The words of the title alone that answer the query. */
    List<Match> whyByTitle(Marker marker) {
        var why = new ArrayList<Match>();
        titles.forEach((lang, text) -> addMatches(why, marker, Match.Where.TITLE, lang, text));
        if (why.isEmpty()) {
            titles.forEach((lang, text) -> addNearest(why, marker, Match.Where.TITLE, lang, text));
        }
        return why.stream().distinct().toList();
    }

    private static void addMatches(
            List<Match> why, Marker marker, Match.Where where, String lang, String text) {
        marker.marks(text, Language.of(lang)).stream()
                .map(mark -> new Match(where, lang, mark.word(), mark.how()))
                .forEach(why::add);
    }

    private static void addNearest(
            List<Match> why, Marker marker, Match.Where where, String lang, String text) {
        marker.nearest(text)
                .map(mark -> new Match(where, lang, mark.word(), mark.how()))
                .ifPresent(why::add);
    }

    /**
     * Passage in the own language when it matches there, else in the language that matches most,
     * else the beginning in the own language, English or the first.
     */
    Snippet snippet(Marker marker, Language own) {
        Snippet best = null;
        long bestWorth = -1;
        for (var text : texts.entrySet()) {
            Language language = Language.of(text.getKey());
            var marks = marker.marks(text.getValue(), language);
            var spans = marks.stream().map(Marker.Mark::span).toList();
            long worth = worth(marks, language, own);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = Passage.of(text.getValue(), text.getKey(), spans);
            }
        }
        return best == null ? new Snippet("", own.code(), List.of()) : best;
    }

    private static long worth(List<Marker.Mark> marks, Language language, Language own) {
        long words = marks.stream().filter(mark -> mark.how() == Match.How.WORD).count();
        long worth = Math.min(words, 1_000) * 1_000 + Math.min(marks.size(), 999);
        if (language.sameAs(own)) {
            return marks.isEmpty() ? 2 : worth + 10_000_000;
        }
        return marks.isEmpty() ? (language == Language.EN ? 1 : 0) : worth + 10;
    }
}
