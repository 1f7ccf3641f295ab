package crm.workbench.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A database server's program, unpacked on this machine. */
interface ServerProgram {

    /** Fills an empty data directory with the server's own tables. */
    void initialise(Path dataDirectory) throws IOException;

    /** The command that runs the server, with the arguments that only this program wants. */
    List<String> command();

    /** The program that runs where nothing else is asked for. */
    static ServerProgram standard() throws IOException {
        return MariaDbProgram.unpacked();
    }

    /** Servers refuse to run as root unless told that this is meant. */
    static List<String> runningUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
