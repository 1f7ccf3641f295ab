package crm.ingest.erasure;

import crm.erasure.Person;
import crm.erasure.RecordName;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes refused records and refused rows of imports in which a person is found: there is no telling what else in them is
 * about them.
 */
@ApplicationScoped
public class Quarantine {

    private static final int ROWS_AT_ONCE = 100;

    private final EntityManager entities;

    Quarantine(EntityManager entities) {
        this.entities = entities;
    }

    /** How many were deleted. */
    @Transactional
    int remove(TenantId tenant, Person person) {
        return removeRecords(tenant, person) + removeRows(tenant, person);
    }

    private int removeRecords(TenantId tenant, Person person) {
        int removed = 0;
        long last = 0;
        for (List<Object[]> rows = after(tenant, last); !rows.isEmpty(); rows = after(tenant, last)) {
            for (Object[] row : rows) {
                last = ((Number) row[0]).longValue();
                if (isAbout(person, row)) {
                    removed += entities.createNativeQuery("DELETE FROM rejection WHERE tenant = ? AND id = ?")
                            .setParameter(1, tenant.number())
                            .setParameter(2, last)
                            .executeUpdate();
                }
            }
        }
        return removed;
    }

    @SuppressWarnings("unchecked") // what a native query answers
    private List<Object[]> after(TenantId tenant, long id) {
        return entities.createNativeQuery("""
                        SELECT id, collection, record_id, payload FROM rejection
                        WHERE tenant = ? AND id > ? ORDER BY id LIMIT ?""")
                .setParameter(1, tenant.number())
                .setParameter(2, id)
                .setParameter(3, ROWS_AT_ONCE)
                .getResultList();
    }

    private int removeRows(TenantId tenant, Person person) {
        int removed = 0;
        for (Number id : imports(tenant)) {
            long last = 0;
            for (List<Object[]> rows = rows(id, last); !rows.isEmpty(); rows = rows(id, last)) {
                for (Object[] row : rows) {
                    last = ((Number) row[0]).longValue();
                    if (isNamedIn(person, (String) row[1]) || isNamedIn(person, (String) row[2])) {
                        removed += entities.createNativeQuery(
                                        "DELETE FROM import_refusal WHERE import = ? AND number = ?")
                                .setParameter(1, id)
                                .setParameter(2, last)
                                .executeUpdate();
                    }
                }
            }
        }
        return removed;
    }

    @SuppressWarnings("unchecked") // what a native query answers
    private List<Number> imports(TenantId tenant) {
        return entities.createNativeQuery("SELECT id FROM import_job WHERE tenant = ? AND rejected > 0")
                .setParameter(1, tenant.number())
                .getResultList();
    }

    @SuppressWarnings("unchecked") // what a native query answers
    private List<Object[]> rows(Number id, long number) {
        return entities.createNativeQuery("""
                        SELECT number, cells, reason FROM import_refusal
                        WHERE import = ? AND number > ? ORDER BY number LIMIT ?""")
                .setParameter(1, id)
                .setParameter(2, number)
                .setParameter(3, ROWS_AT_ONCE)
                .getResultList();
    }

    private static boolean isNamedIn(Person person, String sent) {
        return JsonTexts.any(sent, person::isMeantBy);
    }

    private static boolean isAbout(Person person, Object[] row) {
        byte @Nullable [] id = (byte @Nullable []) row[2];
        boolean own = id != null && person.has(new RecordName((String) row[1], new String(id, StandardCharsets.UTF_8)));
        return own || row[3] != null && isNamedIn(person, (String) row[3]);
    }
}
