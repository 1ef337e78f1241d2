package org.silofri.node.web.write;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.intake.IntakeService;
import org.silofri.node.intake.draft.Author;
import org.silofri.node.intake.draft.Draft;
import org.silofri.node.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may write for which city of this node. */
@Component
public class Writers {

    private final NodeIdentity identity;
    private final IntakeService intake;

    Writers(NodeIdentity identity, IntakeService intake) {
        this.identity = identity;
        this.intake = intake;
    }

    /** The cities of this node that the caller may write for, the node's own first. */
    public List<CityId> cities(@Nullable Caller caller) {
        return caller == null
                ? List.of()
                : identity.ownCities().stream()
                        .filter(caller::mayEdit)
                        .sorted((a, b) -> {
                            boolean first = a.equals(identity.name());
                            return first ? -1 : b.equals(identity.name()) ? 1 : a.compareTo(b);
                        })
                        .toList();
    }

    /**
     * The city to write for: the one wished for, else the first.
     *
     * @throws ResponseStatusException 403 if the caller may not write for it, or for none
     */
    public CityId city(Caller caller, @Nullable String wished) {
        return cities(caller).stream()
                .filter(city -> wished == null || city.value().equals(wished))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /**
     * The city of an entry that the caller may change.
     *
     * @throws ResponseStatusException 403 if it is another's
     */
    public CityId cityOf(Caller caller, EntryIri entry) {
        return intake.cityOf(entry)
                .filter(caller::mayEdit)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /** The city of an own entry; empty for another node's. */
    public Optional<CityId> cityOf(EntryIri entry) {
        return intake.cityOf(entry);
    }

    /** The caller as the author of a draft. */
    public static Author author(Caller caller) {
        String account = caller.account();
        return new Author(account == null ? "token:" + caller.name() : account, caller.name());
    }

    /** Tells whether the caller began the draft, or may publish for its city. */
    public static boolean mayDiscard(Caller caller, Draft draft) {
        return draft.author().id().equals(author(caller).id())
                || caller.mayPublish(draft.subject().city());
    }
}
