package org.silofri.node.membership;

import org.silofri.node.identity.HubLogin;

/** The hub's broker as admission needs it; implemented by the bus. */
public interface BusAccess {

    /**
     * Makes address, queue and login of a new member, in this order; a member that has them gets a
     * new password. Called at the coordinator only.
     */
    HubLogin admit(Member member);
}
