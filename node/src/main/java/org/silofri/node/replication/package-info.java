/**
 * Keeps peers' logs complete: verifies, orders and stores what arrives. Start at {@code
 * ReplicationService}.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "log"})
@NullMarked
package org.silofri.node.replication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
