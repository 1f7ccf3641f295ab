package crm.log;

/** Hears that the database has answered. */
interface Progress {
    void made();
}
