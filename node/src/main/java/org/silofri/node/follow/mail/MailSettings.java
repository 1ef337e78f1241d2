package org.silofri.node.follow.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the node mails, and when. Nothing is mailed unless both {@code spring.mail.host} and {@code
 * from} are set.
 *
 * @param from address that the node writes from; default none
 * @param replyTo where answers go; default none
 * @param digestAt time of day after which digests and reminders go out; default 07:00
 * @param digestDay day of weekly digests; default Monday
 * @param zone of these times, for example {@code Europe/Oslo}; default that of the machine
 * @param attempts tries of one turn at a server that cannot be reached; default 5
 * @param firstPause before the second try, doubled each time; default 5 min
 * @param lookEvery how often it is seen whether something is due; default 1 min
 * @param reminders reminders of entries that nobody has touched
 */
@Validated
@ConfigurationProperties("silofri.mail")
public record MailSettings(
        @Nullable String from,
        @Nullable String replyTo,
        @DefaultValue("07:00") LocalTime digestAt,
        @DefaultValue("MONDAY") DayOfWeek digestDay,
        @Nullable ZoneId zone,
        @DefaultValue("5") @Min(1) @Max(20) int attempts,
        @DefaultValue("5m") Duration firstPause,
        @DefaultValue("1m") Duration lookEvery,
        @DefaultValue Reminders reminders) {

    /**
     * @throws IllegalArgumentException if an address is not usable or a pause is not positive
     */
    public MailSettings {
        check(from);
        check(replyTo);
        if (!firstPause.isPositive() || !lookEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "silofri.mail holds a time that is not positive; write for example 5m");
        }
    }

    /** The zone of the times, chosen or the machine's. */
    public ZoneId timeZone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    private static void check(@Nullable String address) {
        if (address != null && MailAddress.of(address).isEmpty()) {
            throw new IllegalArgumentException(
                    "silofri.mail has no usable address in \"%s\"; write for example silofri@city.example"
                            .formatted(address));
        }
    }

    /**
     * Reminders of own entries that nobody has touched for long.
     *
     * @param mailboxes functional mailbox by id of the own city; default none, so nothing is sent
     * @param after how long an entry that is planned or running may stand; default 180 d
     */
    public record Reminders(
            @DefaultValue Map<String, String> mailboxes, @DefaultValue("180d") Duration after) {

        /**
         * @throws IllegalArgumentException if a city or an address is not usable
         */
        public Reminders {
            mailboxes = Map.copyOf(mailboxes);
            mailboxes.forEach((city, address) -> {
                check(address);
                if (!CityId.isValid(city)) {
                    throw new IllegalArgumentException(
                            "silofri.mail.reminders.mailboxes names \"%s\", which is no city id"
                                    .formatted(city));
                }
            });
            if (!after.isPositive()) {
                throw new IllegalArgumentException(
                        "silofri.mail.reminders.after is not positive; write for example 180d");
            }
        }
    }
}
