/**
 * What somebody follows, and what is new in it. Start at {@code Follows} and {@code NewsReader}.
 * {@code mail} hands letters to a mail server, {@code digest} decides who is told what and when.
 * Knows no page: what a letter says is written by whoever implements {@code digest.Letters}.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "membership",
            "log",
            "projection",
            "security",
            "security::account"
        })
@NullMarked
package org.silofri.node.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
