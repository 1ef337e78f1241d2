package org.silofri.node.membership;

import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.HubLogin;

/** What came of a join request. */
public sealed interface AdmissionResult {

    /**
     * The city is a member now.
     *
     * @param credential its login at the hub, shown this once; null for a hosted city, which speaks
     *     through its host
     * @param created false when it was a member before and only got a new login
     */
    record Admitted(Member member, @Nullable HubLogin credential, boolean created)
            implements AdmissionResult {}

    /**
     * The request was not taken.
     *
     * @param reason tells the remedy
     */
    record Refused(String reason) implements AdmissionResult {}
}
