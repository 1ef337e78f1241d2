package org.silofri.node.web.error;

import java.util.Set;
import org.silofri.node.web.wording.Wording;

/**
 * What a page about an error shows: what happened and what to do, never what is inside.
 *
 * @param status of HTTP
 */
record ErrorView(int status, String title, String what, String remedy) {

    private static final Set<Integer> WORDED =
            Set.of(400, 401, 403, 404, 405, 410, 413, 429, 500, 503);

    static ErrorView of(int status, Wording say) {
        String key = "error." + worded(status);
        return new ErrorView(
                status, say.say(key), say.say(key + ".what"), say.say(key + ".remedy"));
    }

    /** Somebody has signed in and lacks a role: told who gives it. */
    static ErrorView denied(Wording say) {
        return new ErrorView(
                403,
                say.say("account.denied"),
                say.say("account.denied.what"),
                say.say("account.denied.remedy"));
    }

    /** The nearest status that has words of its own. */
    private static int worded(int status) {
        if (WORDED.contains(status)) {
            return status;
        }
        return status >= 400 && status < 500 ? 400 : 500;
    }
}
