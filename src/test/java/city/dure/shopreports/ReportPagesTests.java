package city.dure.shopreports;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.identity.AccountId;
import city.dure.web.TestErrorPage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportPagesTests extends ReportTest {
    @Test
    void leadFromTheShopToTheDecision() {
        assertThat(body(mvc.get().uri("/merchants/" + shop).exchange()))
                .contains("/merchants/" + shop + "/reports/new");
        assertThat(body(get(form()))).contains("‘" + name + "’ 제보하기", "가게가 문을 닫았어요");
        assertThat(send("kind=closed")).hasRedirectedUrl(OWN);
        assertThat(body(get(OWN))).contains(name, "가게가 문을 닫았어요", "확인 중");

        String page = page();
        assertThat(body(get("/office/reports?q=" + name, OFFICER))).contains(name, page, "문 닫음");
        assertThat(body(get(page, OFFICER)))
                .contains(name, "문을 닫음", "처리하기")
                .doesNotContain("강제보", citizen.ref());
        String closure = "/office/merchants/" + shop + "/closure";
        assertThat(settle(page, OFFICER, "outcome=confirmed")).hasRedirectedUrl(closure);
        assertThat(get(closure, OFFICER)).hasStatusOk();
        assertThat(body(get(page, OFFICER))).contains("사실").doesNotContain("처리하기");
        assertThat(body(get(OWN))).contains("사실로 확인했어요").doesNotContain("확인 중");
    }

    @Test
    void leadToASuspensionOnlyWhereThereIsSomethingToDecide() {
        send("kind=refuses", "refusal=surcharge");
        String page = page();
        assertThat(settle(page, OFFICER, "outcome=warned")).hasRedirectedUrl(page);
        assertThat(body(get(OWN))).contains("돈을 더 달라고 했어요", "가게에 주의를 주었어요");
        send("kind=refuses", "refusal=not_taken");
        assertThat(settle(page(), OFFICER, "outcome=confirmed"))
                .hasRedirectedUrl("/office/merchants/" + shop + "/suspension");
    }

    @Test
    void takeAFormOnce() {
        String operation = "operation=" + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(send("kind=closed", operation)).hasRedirectedUrl(OWN);
        }
        String page = page();
        assertThat(reports.find(id(page)).reports()).isEqualTo(1);
        String settlement = "operation=" + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(
                            post(
                                    page + "/settlement",
                                    OFFICER,
                                    settlement,
                                    "version=1",
                                    "outcome=unfounded"))
                    .hasRedirectedUrl(page);
        }
    }

    @Test
    void tellWhoReportsTheSameAgain() {
        send("kind=closed");
        var again = send("kind=closed");
        assertThat(again).hasRedirectedUrl(OWN);
        assertThat(again)
                .flash()
                .extractingByKey("flash")
                .asString()
                .contains("shopreports.flash.already");
        assertThat(reports.find(id(page())).reports()).isEqualTo(1);
    }

    @Test
    void sayAtTheFieldWhatIsWrong() {
        assertThat(body(send("kind=", "seen=" + TODAY.plusDays(1)), 422))
                .contains("무엇을 알려 주실지 골라 주세요", "아직 오지 않은 날이에요");
        assertThat(body(send("kind=refuses", "seen=" + TODAY.minusDays(31)), 422))
                .contains("무슨 일이 있었는지 골라 주세요", "30일이 넘은 일은 받지 않아요");
        assertThat(body(send("kind=closed", "seen=어제"), 422)).contains("날짜를 적어 주세요");
        assertThat(body(get("/office/reports?q=" + name, OFFICER))).contains("조건에 맞는 제보가 없습니다");
        send("kind=closed");
        assertThat(body(settle(page(), OFFICER, "outcome=warned"), 422))
                .as("a closed shop is not warned")
                .contains("확인한 결과를 골라 주십시오");
    }

    @Test
    void tellWhenADayIsFull() {
        for (int i = 0; i < ShopReports.MOST_A_DAY; i++) {
            reports.file(person(citizen), approved(name + i), sighting());
        }
        assertThat(body(send("kind=closed"), 429)).contains("하루에 10건까지");
    }

    @Test
    void tellWhoWasFirstAndWhen() {
        send("kind=closed");
        String page = page();
        assertThat(settle(page, OFFICER, "outcome=unfounded")).hasRedirectedUrl(page);
        var late = post(page + "/settlement", SECOND, "version=1", "outcome=confirmed");
        assertThat(late).hasStatus(409);
        String officer =
                accounts.displayName(passwords.find(OFFICER).orElseThrow().account().ref());
        assertThat(body(TestErrorPage.after(late, mvc), 409))
                .contains("그사이에 바뀌었습니다", officer + " 담당자가", "이미 처리했습니다");
    }

    @Test
    void handTheListOut() {
        send("kind=refuses", "refusal=worse");
        assertThat(body(get("/office/reports.csv?q=" + name, OFFICER)))
                .startsWith("\uFEFF")
                .contains(name, "결제 거절", "확인 전")
                .doesNotContain("강제보");
        assertThat(body(get("/office/reports?state=settled&q=" + name, OFFICER)))
                .doesNotContain(page());
        assertThat(body(get("/office/reports?kind=closed&q=" + name, OFFICER)))
                .doesNotContain(page());
        assertThat(get("/office/reports?shop=x&after=y&kind=z&state=w", OFFICER)).hasStatusOk();
    }

    /** Each person their own, and nobody else's. */
    @Test
    void handOutWhatOneReported() {
        assertThat(body(get(OWN))).doesNotContain(OWN + ".csv");
        send("kind=refuses", "refusal=not_taken");
        reports.file(person(owner), approved("다른 사람의 제보"), sighting());
        assertThat(body(get(OWN))).contains(OWN + ".csv");
        assertThat(body(get(OWN + ".csv")))
                .startsWith("\uFEFF가게,결과,내용,본 날,알린 때\r\n" + name + ",확인 중,한들페이 결제를 받지 않았어요,")
                .doesNotContain("다른 사람");
        settle(page(), OFFICER, "outcome=warned");
        assertThat(body(get(OWN + ".csv"))).contains(name + ",사실로 확인해 가게에 주의를 주었어요,");
    }

    @Test
    void pageByKeyAndAskTheDatabaseAFixedNumberOfTimes() {
        String list = "/office/reports?q=" + name;
        send("kind=closed");
        statements(list, OFFICER);
        int few = statements(list, OFFICER).size();
        int fewOwn = statements(OWN, citizen).size();
        for (int i = 0; i < 30; i++) {
            reports.file(person(new AccountId(UUID.randomUUID())), approved(name + i), sighting());
        }
        for (int i = 0; i < 9; i++) {
            reports.file(person(citizen), approved(name + "x" + i), sighting());
        }
        assertThat(statements(list, OFFICER)).hasSize(few).hasSizeLessThan(12);
        assertThat(statements(OWN, citizen)).hasSize(fewOwn).hasSizeLessThan(12);
        String first = body(get(list, OFFICER));
        assertThat(first).contains(name + "28<").doesNotContain(name + "29<");
        String next = first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1");
        var rest = mvc.get().uri(java.net.URI.create(next.replace("&amp;", "&")));
        assertThat(body(rest.with(as(OFFICER)).exchange()))
                .contains(name + "29<", name + "x8<")
                .doesNotContain(name + "28<");
    }
}
