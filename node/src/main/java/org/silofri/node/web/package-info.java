/** Pages and the entries API. Start at {@code EntriesController} and {@code HomePage}. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "membership",
            "security",
            "security::account",
            "intake",
            "importing",
            "intake::draft",
            "search",
            "sparql",
            "projection",
            "status",
            "follow",
            "follow::digest",
            "follow::mail",
            "follow::stale",
            "assignment"
        })
@NullMarked
package org.silofri.node.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
