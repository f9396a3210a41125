package city.dure.applications;

import static city.dure.applications.TestApplications.bakery;
import static city.dure.applications.TestApplications.unique;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.identity.AccountId;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class QueueTests {
    @Autowired Applications applications;
    @Autowired Queue queue;

    private final Actor owner = new Actor(new AccountId(UUID.randomUUID()).ref(), Role.CITIZEN);

    @Test
    void queuesByWaitingAndPagesByKey() {
        String word = unique();
        for (int i = 0; i < 33; i++) {
            applications.submit(owner, bakery(word + " 빵집 " + i));
        }
        var filter = new Queue.Filter(null, "bakery", "hosu", null, word);
        var first = queue.page(filter, null);
        var rest = queue.page(filter, first.next());
        assertThat(first.rows()).hasSize(30);
        assertThat(rest.rows()).hasSize(3);
        assertThat(rest.next()).isNull();
        assertThat(rest.rows()).doesNotContainAnyElementsOf(first.rows());
        assertThat(first.rows())
                .isSortedAccordingTo(Comparator.comparing(ApplicationSummary::stateAt));
        assertThat(queue.page(new Queue.Filter("approved", null, null, null, word), null).rows())
                .isEmpty();
        assertThat(queue.page(new Queue.Filter(null, null, null, 3, word), null).rows()).isEmpty();
        assertThat(queue.page(new Queue.Filter(null, null, null, null, word + "%"), null).rows())
                .isEmpty();
    }
}
