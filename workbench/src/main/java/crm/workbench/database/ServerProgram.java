package crm.workbench.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A database server's program, unpacked on this machine. */
sealed interface ServerProgram permits MariaDbProgram, MySqlProgram {

    /** Fills an empty data directory with the server's own tables. */
    void initialise(Path dataDirectory) throws IOException;

    /** The command that runs the server, with the arguments that only this program wants. */
    List<String> command();

    /** MariaDB, or MySQL 8 where the variable or property {@code CRM_TEST_MYSQL} asks for it. */
    static ServerProgram standard() throws IOException {
        boolean mySql = Boolean.getBoolean("CRM_TEST_MYSQL") || Boolean.parseBoolean(System.getenv("CRM_TEST_MYSQL"));
        return mySql ? MySqlProgram.unpacked() : MariaDbProgram.unpacked();
    }

    /** Servers refuse to run as root unless told that this is meant. */
    static List<String> runningUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
