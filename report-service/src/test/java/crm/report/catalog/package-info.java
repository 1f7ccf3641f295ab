@NullMarked
package crm.report.catalog;

import org.jspecify.annotations.NullMarked;
