package org.silofri.node.follow.digest;

import java.net.URI;
import java.util.List;
import org.silofri.catalogue.entry.CityId;
import org.silofri.node.follow.News;
import org.silofri.node.follow.mail.Letter;
import org.silofri.node.follow.stale.StaleEntry;

/** Writes letters in the words of their readers; the pages' module does. */
public interface Letters {

    /**
     * A digest.
     *
     * @param news not empty
     * @param unsubscribe ends digests without signing in
     */
    Letter digest(Recipient to, News news, URI unsubscribe);

    /**
     * A reminder to a city's mailbox.
     *
     * @param language the city's own
     * @param stale not empty, the oldest first
     */
    Letter reminder(CityId city, String language, List<StaleEntry> stale);
}
