/** Rules of the engine's structure. */
@NullMarked
package crm.engine.architecture;

import org.jspecify.annotations.NullMarked;
