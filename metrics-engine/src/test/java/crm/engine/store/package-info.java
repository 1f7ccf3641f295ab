/** How the column store behaves, also when it is killed. */
@org.jspecify.annotations.NullMarked
package crm.engine.store;
