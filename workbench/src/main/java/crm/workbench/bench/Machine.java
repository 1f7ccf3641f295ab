package crm.workbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String told(double loadAtStart, String database, String columnStore) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores, %.0f GiB, load average %.1f at the start; JDK %s; database %s; column store DuckDB %s",
                system.getName(),
                system.getArch(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (double) (1L << 30),
                loadAtStart,
                Runtime.version(),
                database,
                columnStore);
    }

    /** Of the last minute: ask before the benchmark itself is the load. */
    static double loadAverage() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage();
    }

    /** Memory that a process holds now, in MiB; NaN where this machine does not tell. */
    static double residentMegabytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            try (BufferedReader out = ps.inputReader()) {
                String kibibytes = out.readLine();
                return kibibytes == null ? Double.NaN : Long.parseLong(kibibytes.strip()) / 1024.0;
            }
        } catch (IOException | NumberFormatException untold) {
            return Double.NaN;
        }
    }
}
