/** The packaged product, started as a newcomer starts it and asked over HTTP as partners and frontends ask it. */
@NullMarked
package crm.workbench.acceptance;

import org.jspecify.annotations.NullMarked;
