/**
 * What must hold before an entry is published: candidates, SHACL shapes in the reader's language,
 * personal data (F14). Start at {@code ShapeValidator}. Knows no log.
 */
@NullMarked
package org.silofri.catalogue.validation;

import org.jspecify.annotations.NullMarked;
