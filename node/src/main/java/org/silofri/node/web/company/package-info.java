/** The page for companies: open needs of all cities. Start at {@code CompaniesPage}. */
@NullMarked
package org.silofri.node.web.company;

import org.jspecify.annotations.NullMarked;
