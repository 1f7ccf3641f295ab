/** Metrics over HTTP: parameters become a question, an answer becomes JSON. */
@NullMarked
package crm.report.metric;

import org.jspecify.annotations.NullMarked;
