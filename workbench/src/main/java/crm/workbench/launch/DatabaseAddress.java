package crm.workbench.launch;

/** Where a service finds its database and as whom it enters. */
public record DatabaseAddress(String url, String user, String password) {}
