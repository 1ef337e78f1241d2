/**
 * Keys, certificates and trust of this node's connections, from Spring's SSL bundles. Start at
 * {@code Tls}. It knows no protocol above TLS.
 */
@ApplicationModule(allowedDependencies = {"identity"})
@NullMarked
package org.silofri.node.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
