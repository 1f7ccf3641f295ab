@NullMarked
package crm.engine.query;

import org.jspecify.annotations.NullMarked;
