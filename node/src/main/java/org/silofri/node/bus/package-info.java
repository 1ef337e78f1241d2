/**
 * Live delivery over ActiveMQ Artemis (F3). Start at {@code Bus}; beneath it lie, each using only
 * those before it, {@code message}, {@code access}, {@code dial}, {@code broker} and {@code
 * delivery}. The only module that touches Artemis.
 */
@ApplicationModule(allowedDependencies = {"identity", "membership", "log", "replication", "tls"})
@NullMarked
package org.silofri.node.bus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
