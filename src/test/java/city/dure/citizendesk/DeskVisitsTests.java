package city.dure.citizendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Profile;
import city.dure.citizens.Proving;
import city.dure.citizens.TestCitizens;
import city.dure.identity.PersonMarks;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class DeskVisitsTests {
    private static final Actor DESK = new Actor("u-TESTDESK", Role.DESK_AGENT);

    @Autowired MockMvcTester mvc;
    @Autowired DeskVisits visits;
    @Autowired TestCitizens people;
    @Autowired Proving proving;
    @Autowired PersonMarks persons;
    @Autowired Ledger ledger;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;
    private Profile profile;
    private Citizen citizen;

    @BeforeEach
    void come() {
        profile = TestCitizens.someone();
        citizen = people.joined(profile);
    }

    @Test
    void givesNoNumberToWhoIsProvenMeanwhile() {
        prove(citizen);
        assertThatThrownBy(() -> ask(citizen)).hasMessage("citizendesk.waits");
        assertThat(visits.waiting(citizen.id())).isEmpty();
    }

    @Test
    void tellsWhoGoesByAnotherIdMeanwhile() {
        var gone = new CitizenId(UUID.randomUUID());
        var before =
                new Citizen(
                        gone,
                        citizen.account(),
                        citizen.registeredAt(),
                        false,
                        "hosu",
                        null,
                        null,
                        null,
                        null,
                        null,
                        1);
        assertThatThrownBy(() -> ask(before)).isInstanceOf(Conflict.Changed.class);
    }

    @Test
    void callsNobodyWhoIsProvenOtherwise() {
        ask(citizen);
        assertThat(queue()).contains(citizen.id());
        prove(citizen);
        assertThat(queue()).doesNotContain(citizen.id());
    }

    @Test
    void endsTheWaitOfWhoTheProviderVouchesFor() {
        ask(citizen);
        var account = Objects.requireNonNull(citizen.account());
        transaction.executeWithoutResult(status ->
                persons.know(
                        account,
                        UUID.randomUUID().toString(),
                        profile.name().plain(),
                        profile.birth().plain()));
        assertThat(TestForm.post(mvc, "/me/verification/identity", account)).hasStatus(302);
        assertThat(visits.waiting(citizen.id())).isEmpty();
        assertThat(outcomes(citizen)).containsExactly("proven");
    }

    @Test
    void callsInTheOrderOfTime() {
        Citizen earlier = people.joined(TestCitizens.someone());
        ask(citizen);
        came(earlier, Duration.ofMinutes(5));
        assertThat(queue()).containsSubsequence(earlier.id(), citizen.id());
    }

    @Test
    void leavesANumberOfAnotherDayAsItIs() {
        came(citizen, Duration.ofHours(13));
        assertThat(queue()).doesNotContain(citizen.id());
        transaction.executeWithoutResult(status -> visits.end(DESK, citizen.id(), "absent"));
        assertThat(outcomes(citizen)).isEmpty();
        ask(citizen);
        transaction.executeWithoutResult(status -> visits.end(DESK, citizen.id(), "absent"));
        assertThat(outcomes(citizen)).containsExactly("absent");
    }

    private void ask(Citizen who) {
        transaction.executeWithoutResult(status -> visits.ask(TestCitizens.actor(who), who));
    }

    private void prove(Citizen who) {
        transaction.executeWithoutResult(
                status -> proving.proveAtDesk(DESK, who.id(), who.version()));
    }

    /** Somebody who took a number a while ago. */
    private void came(Citizen who, Duration ago) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into desk_visit (citizen_id, asked_at) values (?, ?)")
                    .params(who.id().value(), clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                    .update();
            ledger.record(TestCitizens.actor(who), new DeskVisits.Asked(who.id()));
        });
    }

    private List<CitizenId> queue() {
        return visits.waiting(10_000).stream().map(DeskVisits.Waiting::citizen).toList();
    }

    private List<@Nullable String> outcomes(Citizen who) {
        return jdbc.sql(
                        "select outcome from desk_visit where citizen_id = ?"
                                + " and outcome is not null")
                .param(who.id().value())
                .query(String.class)
                .list();
    }
}
