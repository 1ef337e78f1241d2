package org.silofri.node.web.wording;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the {@link Wording} for a reader, now. */
@Component
public class Wordings {

    private final MessageSource messages;
    private final InstantSource clock;

    Wordings(MessageSource messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Words in that language; times in the zone of the node's machine. */
    public Wording in(Locale locale) {
        return new Wording(messages, locale, clock.instant(), ZoneId.systemDefault());
    }
}
