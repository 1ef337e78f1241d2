package org.silofri.node.web.write.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silofri.node.web.wording.Term;
import org.silofri.node.web.wording.Text;
import org.silofri.node.web.wording.When;

/**
 * Two versions of the same, side by side, of which somebody chooses field by field.
 *
 * @param path where the choice is sent
 * @param version of the draft that is kept
 * @param basis version of the published entry that was not seen; null where two changed a draft
 * @param who kept the other version; empty where it is a published one
 * @param when it was kept; null where it is a published one
 * @param mine everything that the reader wrote, to be sent back
 */
record ConflictView(
        String path,
        long version,
        @Nullable String basis,
        Term kind,
        Text title,
        String who,
        @Nullable When when,
        List<Difference> differences,
        List<FormView.Hidden> mine) {

    ConflictView {
        differences = List.copyOf(differences);
        mine = List.copyOf(mine);
    }

    /**
     * A field that differs.
     *
     * @param name of its parameter
     * @param lang language of the texts; null where they have none
     * @param language its name; empty where they have none
     * @param mine what the reader wrote; empty for nothing
     * @param theirs what the other wrote; empty for nothing
     * @param mineFirst whether the reader's is proposed
     */
    record Difference(
            String name,
            String label,
            @Nullable String lang,
            String language,
            String mine,
            String theirs,
            boolean mineFirst) {}
}
