/** What an operator asks: positions, receipts, health, disk. Start at {@code NetworkStatus}. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "membership",
            "log",
            "intake",
            "replication",
            "bus",
            "projection"
        })
@NullMarked
package org.silofri.node.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
