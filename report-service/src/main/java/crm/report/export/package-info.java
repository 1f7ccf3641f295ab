/** The catalogue in the words of other tools. */
@NullMarked
package crm.report.export;

import org.jspecify.annotations.NullMarked;
