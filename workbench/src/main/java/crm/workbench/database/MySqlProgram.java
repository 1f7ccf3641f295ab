package crm.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real MySQL 8 for Linux, unpacked by the build's profile {@code mysql}.
 *
 * @param base the folder it was unpacked to
 */
record MySqlProgram(Path base) implements ServerProgram {

    private static final String FOLDER = "mysql-8.0.33";

    static MySqlProgram unpacked() throws IOException {
        Path base = ProgramCache.ofThisUser().directory().resolve(FOLDER).toAbsolutePath();
        Path executable = base.resolve("bin").resolve("mysqld");
        if (!Files.exists(executable)) {
            throw new IOException("there is no " + executable + "; build with CRM_TEST_MYSQL=true to fetch MySQL 8");
        }
        if (!Files.isExecutable(executable) && !executable.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + executable);
        }
        return new MySqlProgram(base);
    }

    /** The data directory has to be empty, so the log of this lies beside it. */
    @Override
    public void initialise(Path dataDirectory) throws IOException {
        Path log = dataDirectory.resolveSibling(dataDirectory.getFileName() + "-initialise.log");
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("--initialize-insecure", "--datadir=" + dataDirectory));
        command.addAll(ServerProgram.runningUser());
        Commands.run(command, log, "");
        Files.move(log, dataDirectory.resolve("initialise.log"));
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(program());
        command.add("--mysqlx=OFF");
        return command;
    }

    private List<String> program() {
        return List.of(base.resolve("bin").resolve("mysqld").toString(), "--no-defaults", "--basedir=" + base);
    }
}
