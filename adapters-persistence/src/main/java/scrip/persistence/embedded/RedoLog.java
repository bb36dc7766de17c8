package scrip.persistence.embedded;

/**
 * The server's log of changes. Whenever it has gone round, every page changed since must have been written: a page that many
 * requests change is then written again and again. It takes its room on the disk at once, so it is small until a load needs
 * it larger.
 */
final class RedoLog {

    static final int FIRST_MEGABYTES = 256;
    private static final int MOST_MEGABYTES = 2_048;

    private RedoLog() {}

    /**
     * Doubles the log whenever what is not on its pages yet has come to half of it, up to 2 GB. The server does it by itself,
     * as the one who may; it says so in its log.
     */
    static String growing() {
        return """
                CREATE OR REPLACE DEFINER = 'root'@'localhost' EVENT mysql.scrip_redo_log ON SCHEDULE EVERY 5 SECOND DO \
                SET GLOBAL innodb_log_file_size = (\
                SELECT IF(s.VARIABLE_VALUE > @@innodb_log_file_size / 2, \
                LEAST(@@innodb_log_file_size * 2, %d * 1048576), @@innodb_log_file_size) \
                FROM information_schema.GLOBAL_STATUS s WHERE s.VARIABLE_NAME = 'INNODB_CHECKPOINT_AGE');
                """
                .formatted(MOST_MEGABYTES);
    }
}
