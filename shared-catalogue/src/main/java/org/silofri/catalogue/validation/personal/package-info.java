/**
 * Finds personal data in an entry (F14). Start at {@code PersonalData}; the rules and their reasons
 * stand in docs/decisions/0011-personal-data.md. Knows no shapes and no texts for people.
 */
@NullMarked
package org.silofri.catalogue.validation.personal;

import org.jspecify.annotations.NullMarked;
