/**
 * Which of several forms a caller is given (RFC 9110, 12.5.1). Start at {@code Accept}; knows
 * nothing of the forms themselves.
 */
@NullMarked
package org.silofri.catalogue.negotiation;

import org.jspecify.annotations.NullMarked;
