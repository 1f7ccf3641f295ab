@NullMarked
package crm.erasure;

import org.jspecify.annotations.NullMarked;
