/**
 * Live delivery over ActiveMQ Artemis (F3): embedded broker, sender, receiver. Start at {@code
 * BusBroker}. The only package that touches Artemis.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "log", "replication"})
@NullMarked
package org.silofri.node.bus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
