package org.silofri.node.follow.digest;

import java.util.Set;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.follow.mail.MailAddress;

/**
 * Who gets a digest.
 *
 * @param account its id
 * @param language BCP 47 tag
 * @param cities that the account writes for
 */
public record Recipient(String account, MailAddress address, String language, Set<CityId> cities) {

    public Recipient {
        cities = Set.copyOf(cities);
    }
}
