/**
 * What all connectors share: the way into intake with pacing, and texts for people. Start at {@code
 * IntakeRoutes}. A connector knows Camel and the library, never Spring or the node.
 */
@NullMarked
package org.silofri.connectors;

import org.jspecify.annotations.NullMarked;
