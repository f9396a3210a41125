package city.dure.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.citizens.TestCitizens;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The auditor's monthly review of look-ups. */
@PortalTest
class LookupReviewTests {
    @Autowired MonthlyReviews reviews;
    @Autowired LookupRows rows;
    @Autowired TestCitizens people;
    @Autowired TransactionOperations transaction;

    @Test
    void notesOnceThatAMonthWasGoneThrough() {
        YearMonth month = someMonth();
        Actor auditor = new Actor(people.newcomer().ref(), Role.AUDITOR);
        assertThatThrownBy(() -> review(auditor, month, 3)).hasMessage("lookups.review.changed");
        assertThat(reviews.of(month)).isEmpty();
        review(auditor, month, 0);
        assertThat(reviews.of(month)).isPresent();
        assertThatThrownBy(() -> review(auditor, month, 0)).hasMessage("lookups.review.twice");
    }

    @Test
    void leavesAMonthAloneUntilItIsOver() {
        Actor auditor = new Actor(people.newcomer().ref(), Role.AUDITOR);
        YearMonth now = YearMonth.now(LookupRows.SEOUL);
        long seen = rows.sums(now).stream().mapToLong(LookupRows.Sum::lookups).sum();
        assertThatThrownBy(() -> review(auditor, now, seen))
                .isInstanceOf(Conflict.class)
                .hasMessage("lookups.review.early");
    }

    private void review(Actor auditor, YearMonth month, long seen) {
        transaction.executeWithoutResult(status -> reviews.review(auditor, month, seen));
    }

    /** A month long before there were look-ups, which no other test reviews. */
    private static YearMonth someMonth() {
        return YearMonth.of(1900, 1).plusMonths(Math.floorMod(UUID.randomUUID().hashCode(), 1_000));
    }
}
