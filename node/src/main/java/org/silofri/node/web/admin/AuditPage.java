package org.silofri.node.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.Audit;
import org.silofri.node.security.AuditEntry;
import org.silofri.node.security.Caller;
import org.silofri.node.security.SecuritySettings;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.page.Page;
import org.silofri.node.web.wording.Wording;
import org.silofri.node.web.wording.Wordings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /admin/audit}: who did what when, for the cities that the reader administers. */
@Page
class AuditPage {

    private static final int LINES = 100;

    private final Audit audit;
    private final NodeIdentity identity;
    private final SecuritySettings settings;
    private final Cities cities;
    private final Wordings wordings;

    AuditPage(
            Audit audit,
            NodeIdentity identity,
            SecuritySettings settings,
            Cities cities,
            Wordings wordings) {
        this.audit = audit;
        this.identity = identity;
        this.settings = settings;
        this.cities = cities;
        this.wordings = wordings;
    }

    @GetMapping("/admin/audit")
    String show(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Locale locale,
            Model model) {
        Wording say = wordings.in(locale);
        // tries of unknown names are the business of whose node it is
        List<AuditEntry> entries =
                audit.newest(
                        caller.administers(), caller.administers(identity.name()), before, LINES);
        model.addAttribute(
                "view",
                new AuditView(
                        entries.stream().map(entry -> line(entry, say)).toList(),
                        entries.size() < LINES
                                ? null
                                : "/admin/audit?before=" + entries.getLast().id(),
                        settings.auditKept().toDays(),
                        settings.addressesKept().toDays()));
        return "pages/audit";
    }

    private AuditView.Line line(AuditEntry entry, Wording say) {
        CityId city = entry.city();
        return new AuditView.Line(
                say.when(entry.at()),
                Objects.requireNonNullElse(entry.who(), ""),
                say.say("account.audit." + entry.what().name().toLowerCase(Locale.ROOT)),
                entry.subject(),
                city == null ? "" : cities.name(city, say),
                Objects.requireNonNullElse(entry.address(), ""));
    }
}
