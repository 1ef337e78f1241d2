package org.silofri.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.node.DemoNetwork;
import org.silofri.node.Samples;
import org.silofri.node.TestNode;
import org.silofri.node.intake.EditResult;
import org.silofri.node.intake.EntryVersion;
import org.silofri.node.intake.IntakeService;

/** Entries that lived through something, beside those of the workbooks. */
final class DemoEntries {

    private final TestNode node;
    private final IntakeService intake;

    DemoEntries(DemoNetwork demo) {
        this.node = demo.copenhagen();
        this.intake = node.bean(IntakeService.class);
    }

    /** An entry whose second version has another title. */
    EntryIri changed() {
        EditResult.Saved first = publish("Cykler på fortovet");
        EntryIri entry = first.entry();
        saved(
                intake.replace(
                        entry,
                        retitled(entry, "Cykler spærrer fortovet"),
                        EntryVersion.etag(first.position())));
        return entry;
    }

    /** An entry that its city has taken back. */
    EntryIri withdrawn() {
        EditResult.Saved first = publish("Tastet to gange");
        saved(
                intake.withdraw(
                        first.entry(),
                        Map.of(
                                "da", "Posten var tastet to gange.",
                                "en", "The entry had been typed in twice."),
                        EntryVersion.etag(first.position())));
        return first.entry();
    }

    private EditResult.Saved publish(String title) {
        return saved(intake.create(node.city(), Samples.problem(title), null));
    }

    private Graph retitled(EntryIri entry, String title) {
        return Samples.problem(entry, node.base(), title);
    }

    private static EditResult.Saved saved(EditResult result) {
        assertThat(result).isInstanceOf(EditResult.Saved.class);
        return (EditResult.Saved) result;
    }

    /** Path of the page of one of Copenhagen's own entries. */
    static String page(EntryKind kind, String key) {
        return "/doc/" + kind.path() + "/" + key;
    }

    /** Path of the page of one of Copenhagen's own entries. */
    static String page(EntryIri entry) {
        return page(entry.kind(), entry.key());
    }
}
