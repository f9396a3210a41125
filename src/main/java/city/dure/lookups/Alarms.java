package city.dure.lookups;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.springframework.stereotype.Component;

/** Tells the auditors of unusual looking, in the transaction in which it happens. */
@Component
class Alarms {
    /** From here on it is more than a desk does in an hour. */
    static final int MANY = 30;

    private static final String REVIEW = "/office/lookups";

    private final Accounts accounts;
    private final Notices notices;

    Alarms(Accounts accounts, Notices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /**
     * @param number the how-manieth look-up of this official within an hour
     * @param namesake whether somebody of the staff is called like the citizen
     */
    void opened(Actor official, long number, boolean namesake) {
        if (number == MANY || number == Lookups.AN_HOUR) {
            tell(Notice.of("lookups.alarm.many", REVIEW, String.valueOf(number)));
        }
        if (namesake) {
            tell(Notice.of("lookups.alarm.namesake", REVIEW));
        }
    }

    private void tell(Notice notice) {
        for (AccountId auditor : accounts.holders(Role.AUDITOR)) {
            notices.tell(auditor, notice);
        }
    }
}
