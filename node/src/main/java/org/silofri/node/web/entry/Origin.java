package org.silofri.node.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.When;

/**
 * Where an entry comes from.
 *
 * @param city who published it
 * @param cityHref search for all that the city published
 * @param example whether there is no evidence that the city is a member
 * @param position place in the city's log, for example {@code 1:42}
 * @param published time that the city told
 * @param licence under which it may be used
 * @param sources where the content comes from
 * @param hash of the signed event
 * @param kid thumbprint of the key that signed it
 * @param heldBy name of the city or coordinator that holds the key, when that is another
 */
record Origin(
        Term city,
        String cityHref,
        boolean example,
        String position,
        When published,
        EntryView.Value licence,
        List<EntryView.Value> sources,
        String hash,
        String kid,
        @Nullable String heldBy) {}
