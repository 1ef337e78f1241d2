/**
 * Who leads what: the board, a shared problem's page with its forms, and both as files. Start at
 * {@code BoardPage}.
 */
@NullMarked
package org.silofri.node.web.board;

import org.jspecify.annotations.NullMarked;
