package org.silofri.node.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.silofri.catalogue.entry.CityId;
import org.silofri.connectors.tabular.TabularImport;
import org.silofri.node.identity.NodeIdentity;
import org.silofri.node.identity.NotStartable;
import org.silofri.node.membership.Member;
import org.silofri.node.membership.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Imports what is put into the folders that the operator has configured, each for one own city (ADR
 * 0133). Who may write into a folder is the file system's to say.
 */
public final class WatchedFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolders.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final List<WatchedFolder> folders;
    private final InstantSource clock;
    private final Duration every;
    private final Map<CityId, Last> last = new ConcurrentHashMap<>();
    private volatile Thread schedule = Thread.ofVirtual().unstarted(this::goOn);

    WatchedFolders(
            NodeIdentity identity,
            Members members,
            TabularImport tabular,
            ImportSettings settings,
            InstantSource clock) {
        this.clock = clock;
        this.every = settings.every();
        this.folders = new ArrayList<>();
        new TreeMap<>(settings.folder())
                .forEach((city, folder) ->
                        folders.add(
                                new WatchedFolder(
                                        own(city, identity),
                                        existing(city, folder),
                                        tabular,
                                        () -> language(city, members))));
    }

    /**
     * The latest file of a folder since the node started.
     *
     * @param text what became of it, for the operator
     */
    public record Last(CityId city, Path folder, String text, Instant at) {}

    /** What became of each folder's latest file; a folder without one tells that it is watched. */
    public List<String> told() {
        List<String> all = new ArrayList<>();
        for (WatchedFolder folder : folders) {
            Last of = last.get(folder.city());
            all.add(
                    of == null
                            ? "%s: %s is watched".formatted(folder.city(), folder.place())
                            : "%s: %s".formatted(folder.city(), of.text()));
        }
        return all;
    }

    private static CityId own(String city, NodeIdentity identity) {
        if (!CityId.isValid(city) || !identity.owns(new CityId(city))) {
            throw new NotStartable(
                    "silofri.import.folder names \"%s\", for which this node does not write"
                            .formatted(city),
                    "name one of " + identity.ownCities());
        }
        return new CityId(city);
    }

    private static Path existing(String city, Path folder) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new NotStartable(
                    "silofri.import.folder.%s is %s, which is no folder that this node may write to"
                            .formatted(city, folder),
                    "make the folder, and let the node's user move files in it");
        }
        return folder;
    }

    private static String language(String city, Members members) {
        return members.byCity(new CityId(city)).map(Member::language).orElse("en");
    }

    private void goOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                folders.forEach(this::look);
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            LOG.debug("the folders are left with the node");
        }
    }

    private void look(WatchedFolder folder) {
        try {
            for (String text : folder.look()) {
                last.put(
                        folder.city(),
                        new Last(folder.city(), folder.place(), text, clock.instant()));
                LOG.atInfo().addKeyValue("city", folder.city()).log("folder: {}", text);
            }
        } catch (RuntimeException e) { // a supervising loop: the next look tries again
            last.put(
                    folder.city(),
                    new Last(
                            folder.city(),
                            folder.place(),
                            "%s cannot be looked at: %s".formatted(folder.place(), e.getMessage()),
                            clock.instant()));
            LOG.atError()
                    .addKeyValue("city", folder.city())
                    .setCause(e)
                    .log("a watched folder fails, the next look tries again");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!folders.isEmpty()) {
            schedule = Thread.ofVirtual().name("silofri-folders").start(this::goOn);
        }
    }

    /** Breaks off an import; its file is taken again at the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        schedule.interrupt();
        try {
            if (schedule.isAlive() && !schedule.join(STOP_WITHIN)) {
                LOG.warn("an import from a folder does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
