/**
 * Spreadsheets that people upload or put into a watched folder: kept, checked row by row, imported
 * beside the request. Start at {@code Imports}. How a row becomes an entry is the connectors'.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "intake"})
@NullMarked
package org.silofri.node.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
