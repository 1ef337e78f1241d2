package org.silofri.node.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in and what is kept of it.
 *
 * @param sessionIdle a session without a request for so long ends; default 1 h
 * @param sessionLongest a session ends after so long however busy it is; default 12 h
 * @param auditKept lines of the audit trail are deleted after so long; default 400 days
 * @param addressesKept network addresses in it are deleted after so long; default 30 days
 */
@ConfigurationProperties("silofri.security")
public record SecuritySettings(
        @DefaultValue("1h") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLongest,
        @DefaultValue("400d") Duration auditKept,
        @DefaultValue("30d") Duration addressesKept) {

    /**
     * @throws IllegalArgumentException if one is not positive
     */
    public SecuritySettings {
        if (!sessionIdle.isPositive()
                || !sessionLongest.isPositive()
                || !auditKept.isPositive()
                || !addressesKept.isPositive()) {
            throw new IllegalArgumentException(
                    "silofri.security holds a time that is not positive; write for example 1h");
        }
    }
}
