package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's script of the citizen who pays, word for word; the baker is a second person. */
class CitizenTests extends BrowserTest {
    private static final Pattern NUMBER = Pattern.compile("\\b([0-9]{4}) ([0-9]{4})\\b");

    @Test
    void topsUpAndPaysAtTheBakery() {
        try (Visitor citizen = visitorWithPhone();
                Visitor baker = visitor()) {
            citizen.enterAs("citizen.kim");
            topUp(citizen);
            String number = numberOfThePoster(baker);
            citizen.open("/p/" + number); // What the camera finds in the poster's code
            citizen.sees("한들빵집");
            citizen.write("결제할 금액", "12,000");
            citizen.press("다음");
            citizen.sees("쓰는 돈");
            citizen.press("12,000원 결제하기");
            citizen.sees("결제했어요");
            baker.sees("12,000원 받았습니다"); // By itself
            giveBackHalf(baker);
            citizen.open("/me/wallet");
            citizen.follow("내역 보기");
            citizen.sees("+6,000원");
        }
    }

    private static void topUp(Visitor citizen) {
        citizen.pressLike("메뉴.*"); // Beside it stands how many notices are new
        citizen.follow("잔액과 충전");
        citizen.follow("충전하기");
        citizen.write("충전할 금액", "100,000");
        citizen.press("얼마를 받는지 보기");
        citizen.sees("110,000원");
        citizen.press("은행으로 가기");
        citizen.follow("은행 화면 열기");
        citizen.press("이체하기");
        citizen.sees("110,000원을 충전했어요");
    }

    /** Leaves the baker at the page on which payments appear. */
    private static String numberOfThePoster(Visitor baker) {
        baker.enterAs("shop.bakery");
        baker.open("/shop");
        baker.follow("한들빵집");
        baker.sees("받은 결제");
        String shop = baker.page().url();
        baker.follow("계산대 안내문 인쇄하기");
        var number = NUMBER.matcher(baker.page().locator(".du-poster").innerText());
        assertThat(number.find()).isTrue();
        baker.page().navigate(shop);
        baker.follow("받은 결제");
        baker.press("소리 켜기");
        return number.group(1) + number.group(2);
    }

    private static void giveBackHalf(Visitor baker) {
        baker.follow("환불하기");
        baker.write("환불할 금액", "6,000");
        baker.press("다음");
        baker.press("6,000원 환불하기");
        baker.sees("6,000원을 환불했어요");
    }
}
