package org.silofri.node.web.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silofri.node.identity.NotStartable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a city's pages show of itself.
 *
 * @param accent a colour with a contrast of at least 4.5:1 to white; default the design system's
 * @param contact functional mailbox for what readers cannot use; shown in the accessibility
 *     statement; default none
 */
@ConfigurationProperties("silofri.node")
public record LookSettings(@Nullable String accent, @Nullable String contact) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{3,190}");

    /**
     * Checks both.
     *
     * @throws NotStartable if one is of no use
     */
    public LookSettings {
        accent = accent == null ? null : new Accent(accent).hex();
        if (contact != null && !ADDRESS.matcher(contact).matches()) {
            throw new NotStartable(
                    "silofri.node.contact \"%s\" is no mailbox".formatted(contact),
                    "write a functional mailbox, such as accessibility@city.example");
        }
    }

    /** The colour of the pages. */
    public Accent colour() {
        return accent == null ? Accent.DEFAULT : new Accent(accent);
    }

    /** Whom readers can write to. */
    public Optional<String> mailbox() {
        return Optional.ofNullable(contact);
    }
}
