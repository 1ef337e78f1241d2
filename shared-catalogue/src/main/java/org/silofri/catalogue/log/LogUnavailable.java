package org.silofri.catalogue.log;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The log's file cannot be read or written now; nothing of the failed call was stored. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int PRIMARY_CODE = 0xff;

    /** What stands in the way. */
    public enum Obstacle {
        /** No space is left for the file. */
        DISK_FULL("make room on the disk of the data folder"),
        /** The file or its folder may not be written. */
        READ_ONLY("let the node's user write its data folder"),
        /** Reading or writing the file fails. */
        DISK_ERROR("check the disk, then restore the latest backup if the file is damaged"),
        /** The file is no whole SQLite database. */
        DAMAGED("restore the latest backup; what is missing comes back from the peers"),
        /** Another process holds the file. */
        BUSY("end the other program that has log.db open"),
        /** The log was closed. */
        CLOSED("start the node again"),
        /** SQLite refuses the statement, which is a defect of this program. */
        DEFECT("report this as a defect");

        private final String remedy;

        Obstacle(String remedy) {
            this.remedy = remedy;
        }
    }

    private final Obstacle obstacle;

    LogUnavailable(Obstacle obstacle, Throwable cause) {
        super(message(obstacle, String.valueOf(cause.getMessage())), cause);
        this.obstacle = obstacle;
    }

    private LogUnavailable(Obstacle obstacle) {
        super(message(obstacle, "the log is closed"));
        this.obstacle = obstacle;
    }

    static LogUnavailable closed() {
        return new LogUnavailable(Obstacle.CLOSED);
    }

    static LogUnavailable because(SQLException e) {
        return new LogUnavailable(
                e instanceof SQLiteException s ? obstacle(s) : Obstacle.DEFECT, e);
    }

    /** What stands in the way, for health and metrics. */
    public Obstacle obstacle() {
        return obstacle;
    }

    private static String message(Obstacle obstacle, String detail) {
        return "The log is unavailable (%s: %s); %s"
                .formatted(obstacle.name(), detail, obstacle.remedy);
    }

    private static Obstacle obstacle(SQLiteException e) {
        int code = e.getResultCode().code & PRIMARY_CODE;
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_FULL -> Obstacle.DISK_FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> Obstacle.READ_ONLY;
            case SQLITE_IOERR -> Obstacle.DISK_ERROR;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Obstacle.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> Obstacle.BUSY;
            default -> Obstacle.DEFECT;
        };
    }
}
