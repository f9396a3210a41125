package city.dure.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.replay.Difference;
import city.dure.replay.ReplayedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Under which id somebody was known, as entries have it, held against the rows. */
@PortalTest
class CitizenReplayTests {
    @Autowired TestCitizens people;

    private final JdbcTemplate behind = new JdbcTemplate(TestDatabase.unguarded("portal"));
    private final CitizenReplay replay = new CitizenReplay();
    private final List<Difference> found = new ArrayList<>();
    private final CitizenId joined = CitizenId.random();

    @Test
    void findsAFormerIdThatWasDroppedTurnedOrInvented() {
        CitizenId stays = people.joined(TestCitizens.someone()).id();
        CitizenId other = people.joined(TestCitizens.someone()).id();
        assertThat(former()).isEmpty();
        behind.update("insert into citizen_former values (?, ?)", joined.value(), stays.value());
        assertThat(former()).singleElement().asString().contains("No entry speaks");
        entry(1, "listed", Map.of("citizen", stays.ref(), "district", "hosu"));
        entry(2, "joined", Map.of("citizen", joined.ref(), "district", "hosu", "account", "u-A"));
        entry(3, "matched", Map.of("citizen", stays.ref(), "former", joined.ref()));
        assertThat(former()).isEmpty();
        behind.update(
                "update citizen_former set citizen_id = ? where former = ?",
                other.value(),
                joined.value());
        assertThat(former()).singleElement().asString().contains(stays.ref(), other.ref());
        behind.update("delete from citizen_former where former = ?", joined.value());
        assertThat(former()).singleElement().asString().contains("deleted");
    }

    private List<String> former() {
        found.clear();
        replay.compare(behind, found::add);
        return found.stream()
                .filter(each -> each.row().equals(joined.ref()))
                .map(Difference::sentence)
                .toList();
    }

    private void entry(long number, String act, Map<String, Object> details) {
        replay.apply(new ReplayedEntry(number, "citizen." + act, 1, details), found::add);
    }
}
