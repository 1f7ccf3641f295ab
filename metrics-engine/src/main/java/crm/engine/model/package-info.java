/** What can be said: facts, dimensions, measures, metrics. */
@NullMarked
package crm.engine.model;

import org.jspecify.annotations.NullMarked;
