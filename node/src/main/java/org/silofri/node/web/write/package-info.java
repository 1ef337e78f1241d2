/**
 * Writing: forms, drafts, publishing, neighbours. Each part has its own package; start at {@code
 * draft.DraftPage} for a form and at {@code desk.DeskPage} for what waits for whom. Here stands
 * only what all parts share: who may write for which city.
 */
@NullMarked
package org.silofri.node.web.write;

import org.jspecify.annotations.NullMarked;
