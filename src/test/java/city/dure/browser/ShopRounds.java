package city.dure.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The way of an owner past the pages of the own shop; it leaves a request for a change behind. */
final class ShopRounds {
    private static final String NAME = "q=%ED%95%9C%EB%93%A4%EB%B9%B5%EC%A7%91";
    private final Visitor visitor;
    private final Rounds rounds;

    ShopRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void go() {
        rounds.look(visitor, "/shop", "shop-own");
        rounds.lookAtFirst(visitor, "/shop", ".du-card__link", "shop-home");
        String shop = visitor.path();
        rounds.look(visitor, shop + "/poster", "shop-poster");
        new PayRounds(visitor, rounds).takes(shop);
        hours(shop);
        photos(shop);
        facts(shop);
        new BankRounds(visitor, rounds).owner(shop);
        rounds.look(visitor, shop.replace("/shop/", "/merchants/"), "shop-with-hours");
    }

    /** The officer takes the owner's photo down. */
    void officer() {
        rounds.lookAtFirst(visitor, "/office/merchants?" + NAME, Rounds.FIRST_ROW, "record-photo");
        visitor.unfold("내리기");
        rounds.once(visitor, "record-photo-open");
        visitor.press("이 사진 내리기");
        rounds.once(visitor, "record-photo-wrong");
        visitor.tick("다른 가게");
        visitor.press("이 사진 내리기");
        visitor.sees("사진을 내렸습니다");
    }

    /** The owner reads of it. */
    void afterwards() {
        rounds.lookAtFirst(visitor, "/shop", ".du-card__link", "shop-home-taken");
        visitor.sees("시에서");
        rounds.look(visitor, visitor.path() + "/photos", "shop-photos-taken");
    }

    private void hours(String shop) {
        visitor.open(shop + "/hours");
        for (String day : new String[] {"월요일", "금요일", "일요일"}) {
            visitor.page().getByLabel(day, new Page.GetByLabelOptions().setExact(true)).check();
        }
        visitor.page().locator("[id='days0.from']").fill("");
        visitor.press("저장하기");
        rounds.once(visitor, "shop-hours-wrong");
        visitor.page().locator("[id='days0.from']").fill("09:00");
        visitor.page().locator("[id='days0.until']").fill("18:00");
        visitor.page().locator("[id='days4.from']").fill("17:00");
        visitor.page().locator("[id='days4.until']").fill("01:00");
        visitor.page().locator("[id='days6.from']").fill("00:00");
        visitor.page().locator("[id='days6.until']").fill("00:00");
        visitor.press("저장하기");
        visitor.sees("영업시간을 고쳤어요");
        rounds.look(visitor, shop + "/hours", "shop-hours");
    }

    private void photos(String shop) {
        rounds.look(visitor, shop + "/photos", "shop-photos-none");
        visitor.press("올리기");
        rounds.once(visitor, "shop-photos-wrong");
        visitor.page()
                .locator("#photo")
                .setInputFiles(new FilePayload("front.jpg", "image/jpeg", picture()));
        visitor.press("올리기");
        visitor.sees("사진을 올렸어요");
        rounds.look(visitor, shop + "/photos", "shop-photos");
        visitor.unfold("지우기");
        rounds.once(visitor, "shop-photos-remove");
    }

    private void facts(String shop) {
        rounds.look(visitor, shop + "/facts", "shop-facts");
        visitor.write("상호", "");
        visitor.press("저장하기");
        rounds.once(visitor, "shop-facts-wrong");
        visitor.write("상호", "한들빵집 호수공원점");
        visitor.write("주소", "한들시 호수로 77 (호수동)");
        visitor.press("저장하기");
        visitor.sees("변경을 신청했어요");
        rounds.look(visitor, shop + "/facts", "shop-facts-waiting");
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
