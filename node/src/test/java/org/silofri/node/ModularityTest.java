package org.silofri.node;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The node's packages use each other in one direction only. */
class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheySay() {
        ApplicationModules.of(SilofriNode.class).verify();
    }
}
