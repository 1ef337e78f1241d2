package org.silofri.node.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows.
 *
 * @param from local path to go on to
 * @param name as typed before
 * @param problem what is wrong with the remedy; null at first
 */
record SignInView(String from, String name, @Nullable String problem) {

    /** Whether somebody is on the way to a certain page. */
    public boolean onTheWay() {
        return !from.equals("/");
    }
}
