package org.silofri.node.follow.digest;

import java.util.Optional;
import org.silofri.node.follow.mail.MailAddress;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.silofri.node.security.account.Account;
import org.silofri.node.security.account.Accounts;
import org.springframework.stereotype.Component;

/** Accounts as those who get digests. */
@Component
class Recipients {

    private final Accounts accounts;
    private final Members members;
    private final NodeIdentity identity;

    Recipients(Accounts accounts, Members members, NodeIdentity identity) {
        this.accounts = accounts;
        this.members = members;
        this.identity = identity;
    }

    /** Empty while the account is disabled, waits for its first sign-in, or has no address. */
    Optional<Recipient> byAccount(String id) {
        return accounts.byId(id)
                .filter(account -> !account.disabled() && !account.mustChange())
                .flatMap(this::recipient);
    }

    private Optional<Recipient> recipient(Account account) {
        return Optional.ofNullable(account.email())
                .flatMap(MailAddress::of)
                .map(address ->
                        new Recipient(
                                account.id(),
                                address,
                                account.language() == null
                                        ? languageOfTheNode()
                                        : account.language(),
                                account.caller().edits()));
    }

    private String languageOfTheNode() {
        return members.byCity(identity.name()).map(Member::language).orElse("en");
    }
}
