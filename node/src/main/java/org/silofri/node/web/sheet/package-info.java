/**
 * An entry on one page of paper: an accessible PDF (ADR 0111). Start at {@code SheetController}.
 * Fetches nothing from anywhere.
 */
@NullMarked
package org.silofri.node.web.sheet;

import org.jspecify.annotations.NullMarked;
