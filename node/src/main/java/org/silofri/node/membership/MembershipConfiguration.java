package org.silofri.node.membership;

import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.log.LogService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

    @Bean
    Members members(NodeIdentity identity, LogService logs) {
        return new Members(identity, logs);
    }

    @Bean
    Admission admission(
            NodeIdentity identity,
            LogService logs,
            Members members,
            ObjectProvider<BusAccess> bus) {
        return new Admission(identity, logs, members, bus);
    }

    @Bean
    Founding founding(Admission admission) {
        return new Founding(admission);
    }
}
