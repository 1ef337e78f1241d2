/** The pages of the themes: the list, and one for each. Start at {@code ThemePage}. */
@NullMarked
package org.silofri.node.web.theme;

import org.jspecify.annotations.NullMarked;
