package city.dure.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.Reviews;
import city.dure.applications.TestApplications;
import city.dure.book.Balances;
import city.dure.citizendesk.DeskVisits;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.consents.ConsentKind;
import city.dure.consents.Consents;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.lookups.LookupReason;
import city.dure.lookups.Lookups;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.money.TestMoney;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.vault.Vault;
import city.dure.web.Flash;
import city.dure.web.NotFound;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A member takes along what is kept, and is forgotten. */
@PortalTest
class MyDataPagesTests {
    private static final Business WORKS = Business.of("알릴 가게", "bakery", null, "한들시 호수로 8");
    private static final Flash STAYS = Flash.success("mydata.erased.but");

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired Accounts accounts;
    @Autowired Consents consents;
    @Autowired DeskVisits visits;
    @Autowired Lookups lookups;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired LeftBehind leftBehind;
    @Autowired TestMoney money;
    @Autowired Balances balances;
    @Autowired Vault vault;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private Profile profile;
    private Citizen citizen;
    private Actor actor;
    private Actor desk;

    @BeforeEach
    void come() {
        desk = new Actor(people.newcomer().ref(), Role.DESK_AGENT);
        profile = TestCitizens.someone();
        citizen = people.joined(profile);
        actor = TestCitizens.actor(citizen);
    }

    @Test
    void handsOutAllThatIsKept() {
        applications.submit(actor, TestApplications.bakery("받을 빵집"));
        var shop = merchants.approve(desk, null, WORKS, MerchantId.random(), desk).merchant();
        assertThat(
                        TestForm.post(
                                mvc,
                                "/merchants/" + shop + "/reports",
                                AccountId.valueOf(actor.ref()),
                                "kind=closed",
                                "seen=" + LocalDate.now(ZoneId.of("Asia/Seoul"))))
                .hasStatus(302);
        assertThat(get("/me/data")).hasStatusOk().bodyText().contains(profile.name().plain());
        assertThat(get("/me/data/export"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        profile.name().plain(),
                        Objects.requireNonNull(profile.phone()).plain(),
                        "1985-03-07",
                        "\"collection\"",
                        "010-2468-1357",
                        "301-9876-5432-11",
                        "\"shop\" : \"" + shop.ref(),
                        "\"password\" : false",
                        "\"identityBy\" : null",
                        "\"onListOfResidents\" : false",
                        "\"topUps\" : [ ]",
                        citizen.id().ref());
    }

    /** What is in the wallet is told before, and goes back to where it came from. */
    @Test
    void leavesTheWalletToTheCity() {
        money.allow(1_000_000);
        money.load(citizen.id(), 50_000);
        assertThat(get("/me/data/export")).bodyText().contains("\"amount\" : 55000", "topped_up");
        assertThat(get("/me/data/erasure")).bodyText().contains("55,000원");
        assertThat(post("sure=true")).hasRedirectedUrl("/");
        assertThat(money.spendable(citizen.id())).isZero();
        assertThat(Sealed.kinds(jdbc, entries, citizen.id()))
                .startsWith("citizen.erased", "wallet.given_up");
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.uneven()).isEmpty();
    }

    @Test
    void forgetsNobodyWhoIsNotSure() {
        assertThat(get("/me/data/erasure")).bodyText().contains("남지만");
        assertThat(post("sure=false")).hasStatus(422).bodyText().contains("확인해 주세요");
        assertThat(citizens.profile(citizen.id())).isPresent();
    }

    @Test
    void forgetsForGoodAndLeavesTheLedgerAsItWas() {
        var before = Sealed.kinds(jdbc, entries, citizen.id());
        assertThat(post("sure=true")).hasRedirectedUrl("/");
        assertThat(accounts.person(actor.ref())).isEmpty();
        assertThat(citizens.of(actor)).isEmpty();
        assertThat(citizens.profile(citizen.id())).isEmpty();
        assertThat(vault.all(actor.ref())).isEmpty();
        assertThat(vault.all(citizen.id().ref())).isEmpty();
        assertThat(Sealed.kinds(jdbc, entries, citizen.id()))
                .startsWith("citizen.erased")
                .endsWith(before.toArray(String[]::new));
    }

    @Test
    void findsTheForgottenByNoLookUp() {
        assertThat(found(profile)).isEqualTo(3);
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isTrue();
        var waits = TestForm.post(mvc, "/me/verification/desk", AccountId.valueOf(actor.ref()));
        assertThat(waits).hasStatus(302);
        CitizenId id = citizen.id();
        post("sure=true");
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isFalse();
        assertThat(consents.history(actor.ref())).noneMatch(each -> each.withdrawn() == null);
        assertThat(visits.of(id)).singleElement().matches(it -> "left".equals(it.outcome()));
        assertThat(found(profile)).isZero();
        assertThatThrownBy(() -> lookups.open(desk, id, LookupReason.REQUEST))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsWhoHasAShopUntilItIsHandedOver() {
        var business = Business.of("남는 가게", "bakery", null, "한들시 호수로 9");
        merchants.approve(desk, null, business, MerchantId.random(), actor);
        assertThat(get("/me/data/erasure")).bodyText().contains("넘기거나 해지한 뒤에");
        assertThat(post("sure=true")).hasStatus(409);
        assertThat(citizens.profile(citizen.id())).isPresent();
    }

    @Test
    void forgetsApplicationsThatCameToNothingAndThoseOfClosedShops() {
        var withdrawn = applications.submit(actor, TestApplications.bakery("잊힐 빵집"));
        applications.withdraw(actor, withdrawn, 0);
        var approved = applications.submit(actor, TestApplications.bakery("닫힌 빵집"));
        reviews.take(desk, approved, 0);
        var shop = reviews.approve(desk, approved, 1).merchant();
        assertThat(post("sure=true")).as("while the shop is open").hasStatus(409);
        decisions.close(desk, shop, "gone", merchants.summary(shop).version());
        assertThat(post("sure=true")).hasRedirectedUrl("/");
        for (var id : List.of(withdrawn, approved)) {
            assertThat(vault.all(id.ref())).isEmpty();
            assertThat(rowOf(id))
                    .contains("name=—", "applicant=null")
                    .doesNotContain("빵집", "호수로", "031-123-4567");
        }
        assertThat(reviews.file(desk, approved, "192.0.2.7").owner().name()).isEmpty();
    }

    @Test
    void forgetsWhatStaysWithAShopInTheNightAfterItCloses() {
        var id = applications.submit(actor, TestApplications.bakery("넘긴 빵집"));
        reviews.take(desk, id, 0);
        var shop = reviews.approve(desk, id, 1).merchant();
        merchants.addMember(Actor.SYSTEM, shop, people.newcomer(), Membership.OWNER);
        merchants.removeMember(Actor.SYSTEM, shop, actor);
        assertThat(post("sure=true")).hasRedirectedUrl("/").flash().containsValue(STAYS);
        leftBehind.forget();
        assertThat(rowOf(id)).as("while the shop is open").contains("넘긴 빵집");
        decisions.close(desk, shop, "gone", merchants.summary(shop).version());
        leftBehind.forget();
        assertThat(rowOf(id)).doesNotContain("넘긴 빵집", "031-123-4567");
        assertThat(vault.all(id.ref())).isEmpty();
        var kinds = Sealed.kinds(jdbc, entries, id);
        assertThat(kinds).startsWith("application.forgotten");
        leftBehind.forget();
        assertThat(Sealed.kinds(jdbc, entries, id)).isEqualTo(kinds);
    }

    private String rowOf(ApplicationId id) {
        return jdbc.sql("select * from merchant_application where id = ?")
                .param(id.value())
                .query()
                .singleRow()
                .toString();
    }

    private int found(Profile of) {
        var phone = Objects.requireNonNull(of.phone());
        return citizens.find(phone).size()
                + citizens.find(of.name(), phone.lastFour()).size()
                + citizens.find(of.name(), of.birth()).size();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AccountId.valueOf(actor.ref()))).exchange();
    }

    private MvcTestResult post(String field) {
        return TestForm.post(mvc, "/me/data/erasure", AccountId.valueOf(actor.ref()), field);
    }
}
