package org.silofri.node.web.admin;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.security.Caller;
import org.silofri.node.security.Grant;
import org.silofri.node.security.Role;
import org.silofri.node.security.account.Account;
import org.silofri.node.web.account.Rights;
import org.silofri.node.web.listing.Cities;
import org.silofri.node.web.wording.Wording;
import org.springframework.stereotype.Component;

/** Accounts and their roles as administrators read and send them. */
@Component
class Administration {

    private static final List<Role> GIVEN =
            List.of(Role.READER, Role.EDITOR, Role.PUBLISHER, Role.COORDINATOR, Role.ADMIN);

    private final NodeIdentity identity;
    private final Cities cities;
    private final Rights rights;

    Administration(NodeIdentity identity, Cities cities, Rights rights) {
        this.identity = identity;
        this.cities = cities;
        this.rights = rights;
    }

    /** The roles that the caller may give, city by city, those that are given marked. */
    List<RoleChoices> choices(Caller by, Collection<Grant> given, Wording say) {
        return by.administers().stream().map(city -> choices(city, given, say)).toList();
    }

    private RoleChoices choices(CityId city, Collection<Grant> given, Wording say) {
        return new RoleChoices(
                city.value(),
                cities.name(city, say),
                GIVEN.stream()
                        .filter(role ->
                                role != Role.COORDINATOR
                                        || city.equals(identity.network().coordinator()))
                        .map(role -> choice(new Grant(role, city), given, say))
                        .toList());
    }

    private static RoleChoices.Choice choice(Grant grant, Collection<Grant> given, Wording say) {
        Rights.RoleText text = Rights.text(grant.role(), say);
        return new RoleChoices.Choice(
                grant.role() + "@" + grant.city(),
                text.name(),
                text.explanation(),
                given.contains(grant));
    }

    AccountsView.Line line(Account account, Wording say) {
        return new AccountsView.Line(
                account.name(),
                account.display(),
                rights.of(account.grants(), say),
                state(account),
                page(account.name()));
    }

    AccountView view(Account account, Caller by, boolean manages, Wording say) {
        String email = account.email();
        return new AccountView(
                account.name(),
                account.display(),
                email == null ? "" : email,
                state(account),
                choices(by, account.grants(), say),
                rights.of(
                        account.grants().stream()
                                .filter(grant -> !by.administers(grant.city()))
                                .toList(),
                        say),
                manages,
                account.id().equals(by.account()));
    }

    /** Path of an account's page; a name has only letters that need no encoding. */
    static String page(String name) {
        return "/admin/accounts/" + name;
    }

    /** The roles that a form sent; what is none is left out. */
    static Set<Grant> grants(List<String> sent) {
        Set<Grant> grants = new HashSet<>();
        sent.forEach(text -> grant(text).ifPresent(grants::add));
        return grants;
    }

    private static Optional<Grant> grant(String text) {
        String[] parts = text.split("@", 2);
        if (parts.length != 2 || !CityId.isValid(parts[1])) {
            return Optional.empty();
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(parts[0]))
                .findFirst()
                .map(role -> new Grant(role, new CityId(parts[1])));
    }

    private static String state(Account account) {
        if (account.disabled()) {
            return "disabled";
        }
        return account.mustChange() ? "new" : "active";
    }
}
