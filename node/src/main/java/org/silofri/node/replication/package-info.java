/**
 * Keeps peers' logs complete: verifies, orders and stores what arrives. Start at {@code
 * ReplicationService}; what is missing is fetched by {@code repair}, which only uses this.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "log", "tls"})
@NullMarked
package org.silofri.node.replication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
