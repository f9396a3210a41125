package city.dure.book;

import city.dure.shared.Subject;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Who, or what, holds value.
 *
 * @param ref of a citizen {@code c-…}, of a shop {@code m-…}, else the kind's letter and a name,
 *     such as {@code f:bonus}
 */
public record Holder(String ref, Kind kind) implements Subject {
    /** Value that came into circulation; below 0 by as much. */
    public static final Holder ISSUANCE = new Holder("x:issuance", Kind.CONTRA);

    /** Value that went out of circulation. */
    public static final Holder RETIRED = new Holder("x:retired", Kind.CONTRA);

    /** Rights to issue that were granted, below 0, and used. */
    public static final Holder RIGHTS = new Holder("x:rights", Kind.CONTRA);

    /** In one order for everybody who locks several. */
    public static final Comparator<Holder> BY_REF = Comparator.comparing(Holder::ref);

    /** What kind of holder it is, and how its value is kept. */
    public enum Kind {
        /** Holds lots. */
        CITIZEN("c-"),
        /** Is owed the sum of its movements. */
        SHOP("m-"),
        /** Money set aside for a purpose; never below 0. */
        FUND("f:"),
        /** How much may still be issued; no money, never below 0. */
        RIGHT("r:"),
        /** The other side of what comes and goes; may be below 0. */
        CONTRA("x:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The stable code. */
        public String code() {
            return prefix.substring(0, 1);
        }

        /** Whether it is kept in pieces ({@link Slices}) and never below 0. */
        boolean sliced() {
            return this == FUND || this == RIGHT;
        }

        /** Whether what it holds counts as being in circulation. */
        boolean circulates() {
            return this == CITIZEN || this == SHOP || this == FUND;
        }
    }

    /** A citizen's wallet. */
    public static Holder citizen(Subject citizen) {
        return read(citizen.ref());
    }

    /** What is owed to a shop. */
    public static Holder shop(Subject shop) {
        return read(shop.ref());
    }

    /** A fund, by its name of letters, digits and dashes. */
    public static Holder fund(String name) {
        return read(Kind.FUND.prefix + name);
    }

    /** A right to issue, by its name of letters, digits and dashes. */
    public static Holder right(String name) {
        return read(Kind.RIGHT.prefix + name);
    }

    /**
     * The holder of a reference.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static Holder read(String ref) {
        return Arrays.stream(Kind.values())
                .filter(kind -> ref.matches(kind.prefix + "[A-Za-z0-9-]{1,60}"))
                .findFirst()
                .map(kind -> new Holder(ref, kind))
                .orElseThrow(() -> new IllegalArgumentException("no holder: " + ref));
    }

    @Override
    public String toString() {
        return ref;
    }
}
