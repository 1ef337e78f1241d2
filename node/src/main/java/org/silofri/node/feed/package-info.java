/**
 * The logs on HTTP: pages for pull repair and for LDES clients, a door for push repair. Start at
 * {@code FeedController}.
 */
@ApplicationModule(allowedDependencies = {"identity", "log", "membership", "replication"})
@NullMarked
package org.silofri.node.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
