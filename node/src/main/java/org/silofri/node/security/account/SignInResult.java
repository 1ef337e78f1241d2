package org.silofri.node.security.account;

import java.time.Duration;

/** What came of a try to sign in. */
public sealed interface SignInResult {

    /** The account is proved; it may have to choose a password of its own first. */
    record Welcome(Account account) implements SignInResult {}

    /** Name or password is wrong, and nobody is told which. */
    record Wrong() implements SignInResult {}

    /**
     * There were too many tries; this one was not looked at.
     *
     * @param left until the next may be made
     */
    record Wait(Duration left) implements SignInResult {}

    /** The password is right, and an administrator has disabled the account. */
    record Disabled() implements SignInResult {}

    /** The password is right, was for one time, and has waited too long. */
    record Expired() implements SignInResult {}

    /** Too many passwords are being checked; this one was not looked at. */
    record Busy() implements SignInResult {}
}
