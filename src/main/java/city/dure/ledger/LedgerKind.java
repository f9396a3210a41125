package city.dure.ledger;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the kind of entry that a {@link LedgerRecord} becomes: dotted, past tense, versioned. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LedgerKind {
    /** The name, such as {@code merchant.approved}. */
    String value();

    /** Counts up when the details change; samples of every version stay readable. */
    int version() default 1;

    /** Open kinds publish their details in the leaf; closed kinds publish a commitment to them. */
    boolean open() default false;
}
