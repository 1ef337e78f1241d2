/**
 * Who leads a shared problem, and when: decided from the logs alone, the same on every node. Start
 * at {@code LeadDecider} and {@code Leads}. Knows no clock, no store and no page.
 */
@NullMarked
package org.silofri.catalogue.assignment;

import org.jspecify.annotations.NullMarked;
