/** What is handed to a cluster, read with the cluster's own types. */
@NullMarked
package crm.workbench.manifest;

import org.jspecify.annotations.NullMarked;
