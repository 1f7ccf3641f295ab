/** What is told when something is wrong: RFC 9457 problems, for every failure there is. */
@NullMarked
package crm.http.problem;

import org.jspecify.annotations.NullMarked;
