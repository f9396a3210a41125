package city.dure.canary;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.TestForm;
import city.dure.access.Access;
import city.dure.applications.Applications;
import city.dure.applications.NewApplication;
import city.dure.applications.Owner;
import city.dure.applications.TestApplications;
import city.dure.citizens.Channel;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Proving;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Roles;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Lets canaries do what citizens do, each tenth of them something else. */
@Component
class Cage {
    private static final String FROM = "203.0.113.77"; // Nobody else's tries are counted there
    private static final int A_DESK = 40;
    private static final List<String> FIELDS =
            List.of("name", "birth", "phone", "email", "address");

    /** The lines of the access record that {@link #beLookedAt} leaves: each page is a view. */
    static final List<Access.What> LOOKS =
            Stream.of(
                            Collections.nCopies(2, Access.What.SEARCHED),
                            Collections.nCopies(1 + FIELDS.size(), Access.What.VIEWED),
                            Collections.nCopies(FIELDS.size(), Access.What.REVEALED))
                    .flatMap(List::stream)
                    .toList();

    private final TestCitizens people;
    private final Citizens citizens;
    private final Proving proving;
    private final Applications applications;
    private final Accounts accounts;
    private final Roles roles;
    private final TransactionOperations transaction;

    Cage(
            TestCitizens people,
            Citizens citizens,
            Proving proving,
            Applications applications,
            Accounts accounts,
            Roles roles,
            TransactionOperations transaction) {
        this.people = people;
        this.citizens = citizens;
        this.proving = proving;
        this.applications = applications;
        this.accounts = accounts;
        this.roles = roles;
        this.transaction = transaction;
    }

    /** Somebody who joined, and what else became of them. */
    Citizen live(MockMvcTester mvc, Canary canary, int number) {
        Citizen citizen =
                number % 10 == 0 ? joinByForm(mvc, canary) : people.joined(canary.profile());
        Actor actor = TestCitizens.actor(citizen);
        switch (number % 10) {
            case 1 -> beLookedAt(mvc, canary, citizen);
            case 2 -> apply(actor, canary);
            case 3 -> knock(mvc, canary, number);
            case 4 -> readOwn(mvc, citizen);
            case 5 -> TestForm.post(mvc, "/me/data/erasure", account(citizen), "sure=true");
            case 6 ->
                    transaction.executeWithoutResult(status -> {
                        proving.sendCode(citizen.id(), Channel.EMAIL, Locale.KOREAN);
                        proving.sendCode(citizen.id(), Channel.PHONE, Locale.KOREAN);
                    });
            case 7 -> TestForm.post(mvc, "/me/verification/desk", account(citizen));
            default -> {}
        }
        return citizen;
    }

    private Citizen joinByForm(MockMvcTester mvc, Canary canary) {
        Actor actor = people.newcomer();
        people.agree(actor);
        TestForm.post(
                mvc,
                "/me/join/person",
                AccountId.valueOf(actor.ref()),
                "name=" + canary.profile().name().plain(),
                "birth=" + canary.profile().birth().plain(),
                "email=" + canary.email(),
                "phone=" + canary.phone().plain(),
                "district=hosu",
                "since=2020-03-01",
                "address=" + Objects.requireNonNull(canary.profile().address()).plain());
        return citizens.of(actor).orElseThrow();
    }

    /** By a desk of its own, as each may look at so many only. */
    private void beLookedAt(MockMvcTester mvc, Canary canary, Citizen citizen) {
        AccountId desk = desk();
        String path = "/desk/citizens/" + citizen.id();
        TestForm.post(
                mvc,
                "/desk/citizens",
                desk,
                "reason=request",
                "name=" + canary.profile().name().plain(),
                "birth=" + canary.profile().birth().plain());
        TestForm.post(
                mvc, "/desk/citizens", desk, "reason=request", "phone=" + canary.phone().plain());
        TestForm.post(mvc, path + "/lookups", desk, "reason=request");
        mvc.get().uri(path).with(TestSignIn.as(desk)).exchange();
        for (String field : FIELDS) {
            TestForm.post(mvc, path + "/reveals", desk, "field=" + field);
        }
    }

    private AccountId desk() {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    AccountId id = accounts.open(Actor.SYSTEM, new NewAccount("새 상담사", true));
                    roles.grantAtSetup(id, Role.DESK_AGENT);
                    return id;
                }));
    }

    private void apply(Actor actor, Canary canary) {
        var owner =
                new Owner(
                        TestApplications.number(),
                        canary.profile().name().plain(),
                        canary.phone().plain(),
                        "011",
                        canary.account());
        var papers = List.of(TestApplications.certificate());
        applications.submit(
                actor,
                new NewApplication(
                        null, "카나리아 가게", "bakery", "hosu", "한들시 호수로 1", null, owner, papers));
    }

    /** Signs in with a password that is wrong, and asks for an account; the first few only. */
    private void knock(MockMvcTester mvc, Canary canary, int number) {
        if (number > A_DESK) {
            return;
        }
        for (String path : List.of("/idp/login", "/idp/accounts/new")) {
            mvc.post()
                    .uri(path)
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr(FROM);
                        return request;
                    })
                    .param("username", canary.username())
                    .param("password", canary.password())
                    .param("again", canary.password())
                    .param("operation", UUID.randomUUID().toString())
                    .exchange();
        }
    }

    private void readOwn(MockMvcTester mvc, Citizen citizen) {
        for (String path : List.of("/me/profile", "/me/data", "/me/data/export", "/me/views")) {
            mvc.get().uri(path).with(TestSignIn.as(account(citizen))).exchange();
        }
    }

    private static AccountId account(Citizen citizen) {
        return Objects.requireNonNull(citizen.account());
    }
}
