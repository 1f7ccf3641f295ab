package crm.engine.store;

/**
 * What a tenant's store contains.
 *
 * @param generation another one after each rebuild, and after the store was thrown away
 */
public record StoreState(String generation, Watermark watermark) {}
