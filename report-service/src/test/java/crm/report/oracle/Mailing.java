package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Who was on which mailing list, gone through event by event. */
final class Mailing {

    private static final Set<String> OF_ADDRESSES = Set.of("source", "campaign", "form", "country");
    private static final Set<String> OF_LISTS = Set.of("source", "campaign", "form", "country", "list");

    private final List<Stay> onLists = new ArrayList<>();
    private final List<Stay> onAny = new ArrayList<>();

    /** That an address came, and when and how it left, if it did. */
    record Stay(Entity came, @Nullable Entity left) {
        Instant from() {
            return came.now().needed("occurredAt");
        }

        @Nullable
        Instant to() {
            return left == null ? null : left.now().needed("occurredAt");
        }

        boolean isOnJustBefore(Instant at) {
            Instant to = to();
            return from().isBefore(at) && (to == null || !to.isBefore(at));
        }

        @Nullable
        String how() {
            return left == null ? null : left.now().text("kind");
        }

        Members members() {
            Version begin = came.now();
            return Members.none()
                    .with("source", begin.text("source"))
                    .with("campaign", begin.text("campaignId"))
                    .with("form", begin.text("form"))
                    .with("country", begin.text("country"))
                    .with("list", begin.text("listId"));
        }
    }

    Mailing(Known known) {
        Map<String, Map<String, List<Entity>>> events = new TreeMap<>();
        known.all("subscription-events").forEach(each -> events.computeIfAbsent(
                        String.valueOf(each.now().text("addressHash")), address -> new TreeMap<>())
                .computeIfAbsent(String.valueOf(each.now().text("listId")), list -> new ArrayList<>())
                .add(each));
        events.values().forEach(lists -> {
            List<Stay> ofAddress = new ArrayList<>();
            lists.values().forEach(list -> ofAddress.addAll(stays(list)));
            onLists.addAll(ofAddress);
            onAny.addAll(joined(ofAddress));
        });
    }

    private static List<Stay> stays(List<Entity> events) {
        events.sort(Comparator.comparing((Entity each) -> each.now().needed("occurredAt"))
                .thenComparing(Entity::id));
        List<Stay> stays = new ArrayList<>();
        @Nullable Entity came = null;
        for (Entity each : events) {
            boolean on = "subscribed".equals(each.now().text("kind"));
            if (on && came == null) {
                came = each;
            } else if (!on && came != null) {
                stays.add(new Stay(came, each));
                came = null;
            }
        }
        if (came != null) {
            stays.add(new Stay(came, null));
        }
        return stays;
    }

    /** Asks at every instant at which something happened on how many lists the address then was. */
    private static List<Stay> joined(List<Stay> stays) {
        Set<Instant> instants = new TreeSet<>();
        stays.forEach(each -> {
            instants.add(each.from());
            if (each.to() != null) {
                instants.add(each.to());
            }
        });
        List<Stay> joined = new ArrayList<>();
        @Nullable Entity came = null;
        int lists = 0;
        for (Instant at : instants) {
            List<Stay> coming = stays.stream()
                    .filter(each -> each.from().equals(at))
                    .sorted(Comparator.comparing((Stay each) -> list(each)).thenComparing(Stay::from))
                    .toList();
            List<Stay> going = stays.stream()
                    .filter(each -> at.equals(each.to()))
                    .sorted(Comparator.comparing((Stay each) -> list(each)).thenComparing(Stay::from))
                    .toList();
            if (lists == 0 && !coming.isEmpty()) {
                came = coming.getFirst().came();
            }
            lists += coming.size() - going.size();
            if (lists == 0 && came != null) {
                joined.add(new Stay(came, going.getLast().left()));
                came = null;
            }
        }
        if (came != null) {
            joined.add(new Stay(came, null));
        }
        return joined;
    }

    private static String list(Stay stay) {
        return String.valueOf(stay.came().now().text("listId"));
    }

    Counted come(boolean byList) {
        return counted(
                byList, (stay, period) -> period.has(stay.from()) && stay.from().isBefore(period.now()));
    }

    /** Those that left, in one way or in any. */
    Counted gone(boolean byList, @Nullable String how) {
        return counted(byList, (stay, period) -> {
            Instant to = stay.to();
            return to != null && period.has(to) && to.isBefore(period.now()) && (how == null || how.equals(stay.how()));
        });
    }

    Counted atEnd(boolean byList) {
        return counted(byList, (stay, period) -> stay.isOnJustBefore(period.end()));
    }

    Counted atStart(boolean byList) {
        return counted(byList, (stay, period) -> stay.isOnJustBefore(period.from()));
    }

    private Counted counted(boolean byList, BiPredicate<Stay, Period> isCounted) {
        return new Counted(byList ? new HashSet<>(OF_LISTS) : new HashSet<>(OF_ADDRESSES), period -> {
            List<Row> rows = new ArrayList<>();
            (byList ? onLists : onAny)
                    .stream()
                            .filter(stay -> isCounted.test(stay, period))
                            .forEach(stay -> rows.add(Row.of(stay.members())));
            return rows;
        });
    }
}
