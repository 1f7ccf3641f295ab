package crm.record;

/**
 * States one record kind. Whoever writes a class of this sort and marks it with {@code @AutoService} has added a kind:
 * {@link RecordKinds} finds it, and everything else is made from what it states.
 */
public interface KindDefinition {
    RecordKind kind();
}
