@NullMarked
package crm.engine.answer;

import org.jspecify.annotations.NullMarked;
