package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.publishing.ForeignChecker;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's ten-minute script of the shopkeeper, word for word; the officer is a second person.
 */
class ShopkeeperTests extends BrowserTest {
    /** The demo's shop that nobody has claimed; no imported list has one of this name. */
    private static final String SHOP = "물레책방";

    @Test
    void becomesAMerchant(@TempDir Path folder) throws IOException, InterruptedException {
        Path photo = photograph(folder.resolve("paper.jpg"));
        try (Visitor owner = visitorWithPhone();
                Visitor officer = visitor()) {
            become(owner, officer, photo);
            holdsAProofThatOthersVerify(owner, folder);
            lookAfter(owner, officer);
        }
    }

    private static void lookAfter(Visitor owner, Visitor officer) {
        owner.open("/shop");
        owner.follow(SHOP);
        owner.follow("영업시간 고치기");
        owner.page().locator("[id='days0.open']").check();
        owner.page().locator("[id='days0.from']").fill("10:00");
        owner.page().locator("[id='days0.until']").fill("20:00");
        owner.press("저장하기");
        owner.sees("영업시간을 고쳤어요");
        owner.follow("계산대 안내문 인쇄하기");
        assertThat(owner.page().locator(".du-poster").innerText()).contains(SHOP, "한들페이");
        owner.follow("내 가게로 돌아가기");
        owner.follow("가게 정보 고치기");
        owner.write("상호", SHOP + " 2호점");
        owner.press("저장하기");
        owner.sees("변경을 신청했어요");

        officer.open("/office");
        officer.follow("가게 정보 변경 신청");
        officer.follow(SHOP);
        officer.sees(SHOP + " 2호점");
        officer.press("승인하기");
        officer.sees("신청한 대로 고쳤습니다");
        owner.open("/merchants?q=2호점");
        owner.follow(SHOP + " 2호점");
        owner.sees("10:00–20:00");
    }

    static void become(Visitor owner, Visitor officer, Path photo) {
        owner.enterBy("시민 이도윤으로 들어가기");
        owner.open("/");
        owner.follow("내 가게를 가맹점으로");
        owner.follow("새로 신청하기");
        owner.write("가게 이름이나 주소", SHOP);
        owner.press("찾기");
        owner.sees("찾은 업소");
        owner.press("이 가게예요 " + SHOP);
        apply(owner, photo);
        owner.sees("신청서를 냈어요");
        String application = owner.page().url();

        officer.enterBy("가맹점 담당자로 들어가기");
        officer.follow("신청 심사");
        officer.follow(SHOP);
        officer.press("심사 시작");
        officer.unfold("보완 요청");
        officer.tick("통장 사본");
        officer.write("신청인에게 할 말", "통장 첫 장이 보이게 찍어 보내 주세요.");
        officer.press("보완 요청하기");
        officer.sees("보완을 요청했습니다");
        String review = officer.page().url();

        owner.page().navigate(application);
        owner.sees("통장 첫 장이 보이게");
        owner.choose("무엇을 보내나요", "통장 사본");
        owner.attach("서류나 사진", photo);
        owner.press("보내기");
        owner.sees("보내 주신 내용을 담당자에게 전했어요");

        officer.page().navigate(review);
        officer.press("승인하기");
        officer.sees("이제 가맹점 찾기에 나옵니다");
        officer.page().locator(".du-flash__entry a[href*='/ledger/entries/']").click();
        officer.sees("이 기록으로 알 수 있는 것");
        assertThat(officer.page().locator("h1").innerText()).contains(SHOP, "승인했어요");

        owner.open("/");
        owner.write("가맹점 찾기", SHOP);
        owner.press("찾기");
        owner.page().waitForURL("**/merchants?**");
        owner.follow(SHOP);
        owner.sees("쓸 수 있는 가맹점이에요");
        owner.scrollTo("이 기록의 이력");
        owner.follow("이력 모두 보기");
        owner.sees("기록만 보고 있어요");
        assertThat(owner.page().locator(".du-entries tbody").innerText())
                .contains("목록에 올렸어요", "승인했어요");
    }

    /** Her approval, in the eyes of a program that nobody of this project wrote. */
    private static void holdsAProofThatOthersVerify(Visitor owner, Path folder)
            throws IOException, InterruptedException {
        var approval = new Locator.FilterOptions().setHasText("승인했어요");
        owner.page().locator(".du-entries tbody tr").filter(approval).locator("a").first().click();
        owner.sees("기록 증명서");
        Path proof = Files.writeString(folder.resolve("proof"), owner.download("기록 증명서 받기"));
        Path entry = Files.writeString(folder.resolve("entry"), owner.download("원문 내려받기"));
        String fetched = "() => fetch('/log/key').then(answer => answer.text())";
        String key = String.valueOf(owner.page().evaluate(fetched)).strip();
        try (var foreign = ForeignChecker.start(folder)) {
            assertThat(foreign.askProof(proof, key, entry)).startsWith("verified ");
            Files.writeString(entry, Files.readString(entry).replace("approved", "refused"));
            assertThat(foreign.askProof(proof, key, entry)).startsWith("rejected ");
        }
    }

    private static void apply(Visitor owner, Path photo) {
        owner.sees("가게 정보");
        owner.write("사업자등록번호", "999-99-99997");
        owner.press("다음");
        owner.sees("대표자와 정산 계좌");
        owner.write("대표자 이름", "이도윤");
        owner.write("대표자 휴대전화", "010-0000-1234");
        owner.chooseAny("은행");
        owner.write("계좌번호", "1002-000-123456");
        owner.press("다음");
        owner.sees("서류 사진");
        owner.attach("사업자등록증", photo);
        owner.press("다음");
        owner.sees("내기 전에 마지막으로");
        owner.press("신청서 내기");
    }

    private static Path photograph(Path file) throws IOException {
        var picture = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var paper = picture.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        paper.setColor(Color.DARK_GRAY);
        paper.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 64));
        paper.drawString("PAPER OF AN INVENTED SHOP", 90, 200);
        paper.dispose();
        ImageIO.write(picture, "jpg", file.toFile());
        return file;
    }
}
