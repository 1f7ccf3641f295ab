@NullMarked
package crm.report.openapi;

import org.jspecify.annotations.NullMarked;
