@NullMarked
package crm.report.metric;

import org.jspecify.annotations.NullMarked;
