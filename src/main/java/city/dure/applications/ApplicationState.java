package city.dure.applications;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationState {
    /** Sent in; nobody has taken it up. */
    SUBMITTED,
    /** An officer looks at it. */
    IN_REVIEW,
    /** The applicant is asked for something. */
    INFO_WANTED,
    /** The shop is a merchant. */
    APPROVED,
    /** Refused with a reason. */
    REFUSED,
    /** The applicant objected to the refusal; another officer decides. */
    OBJECTED,
    /** Taken back by the applicant. */
    WITHDRAWN;

    /** Those an officer has to do something about. */
    public static final Set<ApplicationState> WAITING = EnumSet.of(SUBMITTED, IN_REVIEW, OBJECTED);

    /** The code in links and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still has to do something, so that the shop and its number are taken. */
    boolean open() {
        return this == SUBMITTED || this == IN_REVIEW || this == INFO_WANTED || this == OBJECTED;
    }

    boolean canBecome(ApplicationState next) {
        return nextOnes().contains(next);
    }

    private Set<ApplicationState> nextOnes() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(INFO_WANTED, APPROVED, REFUSED, WITHDRAWN);
            case INFO_WANTED -> EnumSet.of(IN_REVIEW, REFUSED, WITHDRAWN);
            case REFUSED -> EnumSet.of(OBJECTED);
            case OBJECTED -> EnumSet.of(APPROVED, REFUSED, WITHDRAWN);
            case APPROVED, WITHDRAWN -> EnumSet.noneOf(ApplicationState.class);
        };
    }
}
