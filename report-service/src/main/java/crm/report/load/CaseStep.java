package crm.report.load;

import java.time.Instant;

/** That a case took a status of some sort, and when. */
record CaseStep(Instant moment, Sort sort) {

    /** What statuses mean for the time a case takes. */
    enum Sort {
        ACTIVE,
        /** Nothing can be done before the customer answers. */
        WAITING,
        RESOLVED,
        CLOSED;

        static Sort of(String status) {
            return switch (status) {
                case "pending" -> WAITING;
                case "resolved" -> RESOLVED;
                case "closed" -> CLOSED;
                default -> ACTIVE;
            };
        }

        boolean isDone() {
            return this == RESOLVED || this == CLOSED;
        }
    }
}
