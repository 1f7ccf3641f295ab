package crm.workbench.database;

/** Who may enter an embedded database. */
final class Accounts {

    static final String USER = "crm";
    static final String PASSWORD = "crm";

    /** Run at every start; one statement a line, as servers read such a file. */
    static final String INITIAL_STATEMENTS = """
            CREATE USER IF NOT EXISTS 'crm'@'%' IDENTIFIED BY 'crm';
            GRANT ALL PRIVILEGES ON *.* TO 'crm'@'%' WITH GRANT OPTION;
            """;

    private Accounts() {}
}
