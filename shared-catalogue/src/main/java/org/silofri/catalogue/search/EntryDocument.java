package org.silofri.catalogue.search;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.EpochStart;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.projection.EntryState;

/** How an entry lies in the index: its fields and their analyzers. */
final class EntryDocument {

    static final String IRI = "iri";
    static final String LIVE = "live";
    static final String EPOCH = "epoch";
    static final String SEQ = "seq";
    static final String ERASED = "erased";
    static final String CITY = "city";
    static final String VERDICT = "verdict";
    static final String RUNG = "rung";
    static final String THEME = "theme";
    static final String SUPERSEDED = "superseded";
    static final String UPDATED = "updated";
    static final String LANGUAGES = "languages";
    static final String PAYLOAD_HASH = "payloadHash";
    static final String TITLE_GRAMS = "titleGrams";
    static final String GRAMS = "grams";
    static final String STORED_TITLE = "stored.title.";
    static final String STORED_TEXT = "stored.text.";

    static final FacetsConfig FACETS = facets();

    private static final FieldType GRAM_TYPE = gramType();

    private EntryDocument() {}

    private static FacetsConfig facets() {
        var config = new FacetsConfig();
        config.setMultiValued(Facet.THEME.parameter(), true);
        return config;
    }

    private static FieldType gramType() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    static Analyzer analyzer() {
        var byField = new HashMap<String, Analyzer>();
        for (Language language : Language.values()) {
            byField.put(language.titleField(), language.analyzer());
            byField.put(language.textField(), language.analyzer());
        }
        byField.put(TITLE_GRAMS, Grams.analyzer());
        byField.put(GRAMS, Grams.analyzer());
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    }

    /** An entry as a document, before {@link FacetsConfig#build(Document)}. */
    static Document live(IndexedEntry entry, EntryState state) {
        Document document = gone(state);
        addKeyword(document, LIVE, "true");
        document.add(new BinaryDocValuesField(PAYLOAD_HASH, new BytesRef(entry.payloadHash())));
        long updated = entry.updated().toEpochMilli();
        document.add(new NumericDocValuesField(UPDATED, updated));
        document.add(new StoredField(UPDATED, updated));
        addNames(document, entry);
        entry.links().forEach(link -> addKeyword(document, link.field(), link.target()));
        addTexts(document, entry);
        return document;
    }

    /** What remains of an entry that is gone: its place in the log. */
    static Document gone(EntryState state) {
        var document = new Document();
        addKeyword(document, IRI, state.entry().value());
        document.add(new SortedDocValuesField(IRI, new BytesRef(state.entry().value())));
        addKeyword(document, CITY, state.city().value());
        document.add(new LongField(EPOCH, state.position().epoch(), Field.Store.YES));
        document.add(new LongField(SEQ, state.position().seq(), Field.Store.YES));
        if (state.held().erased()) {
            addKeyword(document, ERASED, "true");
        }
        return document;
    }

    /** What a document says that is held of its entry. */
    static EntryState.Held held(Document document) {
        var position = new Position(number(document, EPOCH), number(document, SEQ));
        return new EntryState.Held(position, document.get(ERASED) != null);
    }

    private static long number(Document document, String field) {
        IndexableField stored = document.getField(field);
        return stored == null ? 0 : stored.numericValue().longValue();
    }

    /** Documents of a city's closed epoch beyond its last kept event. */
    static Query abandoned(CityId city, EpochStart start) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(CITY, city.value())), Occur.FILTER)
                .add(LongField.newExactQuery(EPOCH, start.previousEpoch()), Occur.FILTER)
                .add(
                        LongField.newRangeQuery(SEQ, start.lastSeq() + 1, Long.MAX_VALUE),
                        Occur.FILTER)
                .build();
    }

    private static void addNames(Document document, IndexedEntry entry) {
        addFacet(document, Facet.KIND, entry.iri().kind().path());
        addFacet(document, Facet.CITY, entry.city().value());
        for (String theme : entry.themes()) {
            addFacet(document, Facet.THEME, theme);
            document.add(new StoredField(THEME, theme));
        }
        if (entry.verdict() != null) {
            addFacet(document, Facet.VERDICT, entry.verdict());
            addKeyword(document, VERDICT, entry.verdict());
        }
        if (entry.rung() != null) {
            addKeyword(document, RUNG, entry.rung());
        }
        if (entry.superseded()) {
            addKeyword(document, SUPERSEDED, "true");
        }
    }

    private static void addTexts(Document document, IndexedEntry entry) {
        var languages = EnumSet.noneOf(Language.class);
        for (Map.Entry<String, String> title : entry.titles().entrySet()) {
            Language language = Language.of(title.getKey());
            languages.add(language);
            addText(document, language.titleField(), title.getValue());
            document.add(new Field(TITLE_GRAMS, title.getValue(), GRAM_TYPE));
            document.add(new StoredField(STORED_TITLE + title.getKey(), title.getValue()));
        }
        for (Map.Entry<String, String> text : entry.texts().entrySet()) {
            Language language = Language.of(text.getKey());
            languages.add(language);
            addText(document, language.textField(), text.getValue());
            document.add(new Field(GRAMS, text.getValue(), GRAM_TYPE));
            document.add(new StoredField(STORED_TEXT + text.getKey(), text.getValue()));
        }
        for (Language language : languages) {
            var code = new BytesRef(language.code());
            document.add(new SortedSetDocValuesField(LANGUAGES, code));
        }
    }

    private static void addText(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    private static void addKeyword(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
    }

    private static void addFacet(Document document, Facet facet, String value) {
        document.add(new SortedSetDocValuesFacetField(facet.parameter(), value));
    }
}
