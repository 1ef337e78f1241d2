package org.silofri.node.cli.demo;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.silofri.node.cli.demo.process.DemoFolders;
import org.silofri.node.cli.demo.process.DemoPorts;
import org.silofri.node.cli.terminal.CommandFailed;

/** Finds out before anything starts that it would not work: ports, memory, disk. */
final class Preflight {

    private static final long GIB = 1L << 30;
    private static final double LEAST_MEMORY_GIB = 2;
    private static final double LEAST_DISK_GIB = 1;
    private static final Path LINUX_MEMORY = Path.of("/proc/meminfo");

    private final DemoFolders folders;
    private final DemoPorts ports;

    Preflight(DemoFolders folders, DemoPorts ports) {
        this.folders = folders;
        this.ports = ports;
    }

    void run() {
        ports.requireFree();
        require("memory", availableMemory(), LEAST_MEMORY_GIB, "close other programs");
        require("disk space", usableDisk(), LEAST_DISK_GIB, "free some on " + folders.home());
    }

    private static void require(String what, long bytes, double leastGib, String remedy) {
        if (bytes < leastGib * GIB) {
            throw new CommandFailed(
                    String.format(
                            Locale.ROOT,
                            "The demo needs %.1f GiB of %s, only %.1f GiB are free",
                            leastGib,
                            what,
                            (double) bytes / GIB),
                    remedy);
        }
    }

    private long usableDisk() {
        try {
            return Files.getFileStore(folders.home()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linux counts what caches would give back; elsewhere what is free. */
    private static long availableMemory() {
        if (Files.isReadable(LINUX_MEMORY)) {
            try {
                for (String line : Files.readAllLines(LINUX_MEMORY)) {
                    if (line.startsWith("MemAvailable:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }
}
