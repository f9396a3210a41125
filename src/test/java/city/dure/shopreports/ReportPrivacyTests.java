package city.dure.shopreports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Sealed;
import city.dure.merchants.Member.Membership;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Who sees what of a report; never who filed it. */
class ReportPrivacyTests extends ReportTest {
    @Test
    void keepReportsFromTheShopUntilTheyAreSettled() {
        merchants.addMember(person(owner), shop, owner, Membership.OWNER);
        send("kind=refuses", "refusal=not_taken");
        Sealed.everything(jdbc);
        String history = "/ledger/history?subject=";
        String reported = history + new ReportedShop(shop).ref();
        String told = "가게에 대해 알렸어요 (결제 거절)";
        assertThat(body(get(history + shop, owner))).contains("일하는 사람").doesNotContain("알렸");
        assertThat(body(get(reported, owner))).doesNotContain("알렸", "제보");
        assertThat(body(get(reported, OFFICER))).contains("시민이 ‘" + name + "’ " + told);
        String filed = "/ledger/entries/" + newest("shop_report.filed");
        assertThat(body(get(filed, OFFICER)))
                .contains(told)
                .doesNotContain("openssl", "&quot;by&quot;");
        assertThat(body(get("/office" + filed, "auditor"))).contains("openssl");
        String page = page();
        assertThat(body(get(history + id(page), OFFICER))).contains(told).doesNotContain("강제보");
        assertThat(body(get("/ledger/history?subject=" + id(page), citizen))).doesNotContain("알렸");

        settle(page, OFFICER, "outcome=unfounded");
        Sealed.everything(jdbc);
        assertThat(body(get(history + shop, owner))).contains("시민 제보를 처리했어요 (결제 거절: 확인되지 않음)");
        assertThat(body(get(history + shop, citizen))).doesNotContain("시민 제보를 처리");
        assertThat(body(get("/ledger/entries/" + newest("shop_report.settled"), owner)))
                .as("names a case that is not theirs, and how many reported")
                .doesNotContain("openssl");
    }

    @Test
    void openToTheShopWhatAnOfficialDecidedAboutIt() {
        merchants.addMember(person(owner), shop, owner, Membership.OWNER);
        int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;
        String page = "/office/merchants/" + shop + "/eligibility";
        assertThat(post(page, OFFICER, "year=" + last, "won=120000000")).hasStatus(302);
        Sealed.everything(jdbc);
        String declared = "/ledger/entries/" + newest("eligibility.turnover_declared");
        assertThat(body(get(declared, owner))).contains("openssl");
        assertThat(body(get(declared, citizen))).doesNotContain("openssl", "120000000");
        String added = "/ledger/entries/" + newest("merchant.member_added");
        assertThat(body(get(added, owner))).as("own account").contains("openssl");
        assertThat(body(get(added, OFFICER))).as("another's account").doesNotContain("openssl");
    }

    private long newest(String kind) {
        return jdbc.sql(
                        "select max(l.seq) from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                                + " where e.kind like ?")
                .param(kind + "/%")
                .query(Long.class)
                .single();
    }

    @Test
    void showNobodyWhatOthersReported() {
        send("kind=closed");
        assertThat(body(get(OWN, owner))).doesNotContain(name).contains("아직 알려 주신 것이 없어요");
        String page = page();
        assertThat(get(page, citizen)).hasStatus(403);
        assertThat(get("/office/reports", citizen)).hasStatus(403);
        assertThat(body(get(page, "auditor"))).contains(name).doesNotContain("처리하기", "강제보");
        assertThat(post(page + "/settlement", "auditor", "version=1", "outcome=confirmed"))
                .hasStatus(403);
        assertThat(get(form(), "officer.settlement")).hasStatus(403);
    }

    @Test
    void sendStrangersToSignIn() {
        var asked = mvc.get().uri(form()).exchange();
        assertThat(asked).hasStatus(302);
        assertThat(asked.getResponse().getRedirectedUrl()).contains("/oauth2/authorization/");
    }
}
