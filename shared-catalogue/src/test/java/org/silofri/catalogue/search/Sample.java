package org.silofri.catalogue.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.projection.Change;
import org.silofri.catalogue.projection.Story;
import org.silofri.ontology.SF;

/** An entry for a test, written in few words. */
final class Sample {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final String city;
    private final EntryKind kind;
    private final String key;
    private final List<Consumer<Story.About>> content = new ArrayList<>();
    private int day;

    private Sample(String city, EntryKind kind, String key) {
        this.city = city;
        this.kind = kind;
        this.key = key;
    }

    static Sample of(String city, EntryKind kind, String key) {
        return new Sample(city, kind, key);
    }

    Sample title(String lang, String text) {
        return with(about -> about.title(lang, text));
    }

    Sample text(String lang, String text) {
        return with(about -> about.text(lang, text));
    }

    Sample hypothesis(String lang, String text) {
        return with(about ->
                about.literal(SF.hypothesis.asNode(), NodeFactory.createLiteralLang(text, lang)));
    }

    Sample theme(String notation) {
        return with(about -> about.concept(DCTerms.subject.asNode(), "theme", notation));
    }

    Sample verdict(String notation) {
        return with(about -> about.concept(SF.verdict.asNode(), "verdict", notation));
    }

    Sample rung(String notation) {
        return with(about -> about.concept(SF.rung.asNode(), "rung", notation));
    }

    Sample link(Node predicate, EntryIri target) {
        return with(about -> about.link(predicate, target.value()));
    }

    Sample updated(int afterDays) {
        day = afterDays;
        return this;
    }

    private Sample with(Consumer<Story.About> part) {
        content.add(part);
        return this;
    }

    Change publish(Story story) {
        story.at(BEGIN.plusSeconds(day * 86_400L));
        return story.publish(city, kind, key, about -> content.forEach(part -> part.accept(about)));
    }
}
