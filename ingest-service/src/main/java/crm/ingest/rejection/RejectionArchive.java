package crm.ingest.rejection;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.rejection.Filter.Where;
import crm.ingest.rejection.RejectionView.Page;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rejections a tenant has, read and changed. */
@ApplicationScoped
public class RejectionArchive {

    /** The newest first. */
    @Transactional
    Page page(TenantId tenant, Filter filter, long before, int limit) {
        Where where = filter.of(tenant);
        List<Rejection> found = Rejection.<Rejection>find(
                        where.condition() + " and id < :before order by id desc",
                        where.values().and("before", before))
                .range(0, limit)
                .list();
        List<Rejection> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(shown.getLast().id()) : null;
        return new Page(shown.stream().map(Rejection::view).toList(), next);
    }

    /** The oldest first, as they are now; nothing that happens to them later is seen here. */
    @Transactional
    List<Rejection> after(TenantId tenant, Filter filter, long after, int limit) {
        Where where = filter.of(tenant);
        return Rejection.<Rejection>find(
                        where.condition() + " and id > :after order by id",
                        where.values().and("after", after))
                .range(0, limit - 1)
                .list();
    }

    @Transactional
    Optional<Rejection> find(TenantId tenant, long id) {
        return Rejection.find(tenant, id);
    }

    /** Replaces what was sent by what should have been; nothing where there is no such rejection. */
    @Transactional
    Optional<RejectionView> mend(TenantId tenant, long id, MergePatch patch) {
        return Rejection.find(tenant, id).map(rejection -> {
            String mended = patch.applyTo(rejection.payload());
            if (!rejection.mend(mended)) {
                throw new ProblemException(ProblemType.CONFLICT, "It was changed at the same moment; look again.");
            }
            return rejection.viewWith(mended);
        });
    }

    /** False where there is no such rejection. */
    @Transactional
    boolean remove(TenantId tenant, long id) {
        return Rejection.remove(tenant, id);
    }

    /** The oldest first, at most {@code limit}; answers how many. */
    @Transactional
    int removeReceivedBefore(TenantId tenant, Instant tooOld, int limit) {
        return Rejection.removeReceivedBefore(tenant, tooOld, limit);
    }
}
