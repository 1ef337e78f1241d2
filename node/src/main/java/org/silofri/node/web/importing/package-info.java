/**
 * The import page: upload, preview row by row, progress, result, template. Start at {@code
 * ImportPage}.
 */
@NullMarked
package org.silofri.node.web.importing;

import org.jspecify.annotations.NullMarked;
