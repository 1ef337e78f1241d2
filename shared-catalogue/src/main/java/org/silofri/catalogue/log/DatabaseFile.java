package org.silofri.catalogue.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** The SQLite file, held by one process at a time; opens its connections. */
final class DatabaseFile implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;
    private static final int WAL_PAGES = 2_000;

    private final Path file;
    private final FileChannel lockFile;

    private DatabaseFile(Path file, FileChannel lockFile) {
        this.file = file;
        this.lockFile = lockFile;
    }

    /**
     * @throws LogInUse if it is open already, here or in another process
     */
    static DatabaseFile hold(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Path lock = absolute.resolveSibling(absolute.getFileName() + ".lock");
            FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LogInUse(file);
            }
            return new DatabaseFile(absolute, channel);
        } catch (IOException e) {
            throw new LogUnavailable(LogUnavailable.Obstacle.READ_ONLY, e);
        }
    }

    @SuppressWarnings("UnusedVariable") // the lock lives as long as its channel
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Db writer() {
        SQLiteConfig config = common();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return with(
                connect(config),
                "PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = " + WAL_PAGES);
    }

    Db reader() {
        return with(connect(common()), "PRAGMA query_only = ON");
    }

    private static Db with(Db db, String pragmas) {
        try {
            db.run(pragmas);
            return db;
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(false);
        return config;
    }

    private Db connect(SQLiteConfig config) {
        try {
            return new Db(config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw LogUnavailable.because(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
