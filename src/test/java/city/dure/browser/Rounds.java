package city.dure.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The way of every kind of person past the pages that are theirs; each signs in once. */
final class Rounds {
    private static final String WRONG =
            ".du-summary-of-errors:visible, .du-error:visible, [role=alert]:visible";
    static final String FIRST_ROW = ".du-table tbody tr:first-child a";
    static final String NOTHING = "q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84";
    private final Supplier<Visitor> windows;
    private final MockMvcTester mvc;
    private final Eye eye;
    private final Set<String> seen = new TreeSet<>();

    Rounds(Supplier<Visitor> windows, MockMvcTester mvc, Eye eye) {
        this.windows = windows;
        this.mvc = mvc;
        this.eye = eye;
    }

    /** The paths that somebody has looked at. */
    Set<String> seen() {
        return seen;
    }

    void go() {
        try (Visitor visitor = windows.get()) {
            anyone(visitor);
            visitor.expectComplaint("status of 4");
        }
        try (Visitor visitor = windows.get()) {
            new MemberRounds(visitor, this).newcomer();
            visitor.expectComplaint("status of 4");
        }
        go("citizen.kim", visitor -> new MemberRounds(visitor, this).member());
        go("citizen.lee", visitor -> new WalletRounds(visitor, this).tops());
        go("citizen.lee", visitor -> new CardRounds(visitor, this).orders());
        go("desk.agent", visitor -> new CardRounds(visitor, this).makes());
        go("citizen.lee", visitor -> new CardRounds(visitor, this).loses());
        go("shop.bakery", visitor -> new PayRounds(visitor, this).waits());
        go("citizen.kim", visitor -> new PayRounds(visitor, this).pays());
        go("citizen.kim", visitor -> new ReportRounds(visitor, this).citizen());
        go("citizen.lee", this::applicant);
        go("citizen.park", this::waiting);
        go("shop.bakery", this::shopkeeper);
        go("officer.merchants", this::officer);
        go("shop.bakery", visitor -> new ShopRounds(visitor, this).afterwards());
        go("officer2.merchants", visitor -> new RulesRounds(visitor, this).second());
        go("officer2.merchants", visitor -> new BankRounds(visitor, this).second());
        go("shop.bakery", visitor -> new BankRounds(visitor, this).afterwards());
        go("officer2.merchants", new ListRounds(this)::go);
        go("officer.programs", visitor -> new ResidentRounds(visitor, this).go());
        go("desk.agent", visitor -> new DeskRounds(visitor, this).agent());
        go("citizen.park", visitor -> new DeskRounds(visitor, this).seen());
        go("auditor", this::auditor);
        go("auditor", visitor -> new DeskRounds(visitor, this).reviewed());
        go("admin", visitor -> new AdminRounds(visitor, this).go());
    }

    void go(String username, Consumer<Visitor> way) {
        try (Visitor visitor = windows.get()) {
            visitor.enterAs(username);
            way.accept(visitor);
            visitor.expectComplaint("status of 4"); // Refused forms and forbidden places.
        }
    }

    private void anyone(Visitor visitor) {
        look(visitor, "/", "home");
        look(visitor, "/merchants", "finder");
        look(visitor, "/merchants?" + NOTHING, "finder-empty");
        for (String status : new String[] {"approved", "listed", "suspended"}) {
            lookAtFirst(visitor, "/merchants?status=" + status, FIRST_ROW, "shop-" + status);
        }
        new MapRounds(visitor, this).anyone();
        look(visitor, "/ledger", "ledger");
        look(visitor, "/ledger?day=2020-01-01", "ledger-empty");
        lookAtFirst(visitor, "/ledger?kind=merchant.approved", FIRST_ROW, "entry");
        lookAtFirst(visitor, "/ledger?kind=application.submitted", FIRST_ROW, "entry-closed");
        look(visitor, "/ledger/heads", "heads");
        look(visitor, "/ledger/heads/sheet", "heads-sheet");
        look(visitor, "/ledger/checks", "checks");
        visitor.write("또는 기록 증명서 붙여넣기", "c2sp.org/tlog-proof@v1");
        visitor.press("확인하기");
        visitor.page().locator(".du-verdict").waitFor();
        once(visitor, "checks-altered");
        look(visitor, "/help/permissions", "permissions");
        visitor.open("/oauth2/authorization/dure");
        here(visitor, "login");
        visitor.write("아이디", "citizen.kim");
        visitor.write("비밀번호", "wrong");
        visitor.page().locator(".du-signin form .du-button--big").click();
        once(visitor, "login-wrong");
        look(visitor, "/merchants/m-none", "error-404");
        failures(visitor);
    }

    /** Errors that a person meets rarely: as the portal tells them, with the page's own look. */
    private void failures(Visitor visitor) {
        for (int status : new int[] {409, 413, 422, 429, 500}) {
            Failures.open(visitor, mvc, status);
            eye.look(visitor, "error-" + status);
        }
    }

    private void applicant(Visitor visitor) {
        look(visitor, "/office/staff", "error-403");
        look(visitor, "/shop", "shop-own-none");
        look(visitor, "/me", "me-citizen");
        look(visitor, "/merchants/applications", "applications");
        look(visitor, "/merchants/applications/join", "join");
        visitor.press("연결하기");
        once(visitor, "join-wrong");
        look(visitor, "/merchants/applications/new?q=x", "find-short");
        look(visitor, "/merchants/applications/new?" + NOTHING, "find-none");
        look(visitor, "/merchants/applications/new?q=%EB%B9%B5%EC%A7%91", "find");
        visitor.press("목록에 없이 신청하기");
        write(visitor);
        visitor.open("/merchants/applications");
        here(visitor, "applications-draft");
        visitor.pressLike("^지우기");
    }

    private void write(Visitor visitor) {
        here(visitor, "draft-shop");
        visitor.press("다음");
        once(visitor, "draft-shop-wrong");
        visitor.write("사업자등록번호", "999-99-99997");
        visitor.write("가게 이름", InventedLists.LONG_NAME);
        visitor.chooseAny("업종");
        visitor.chooseAny("지역");
        visitor.write("도로명주소", "한들시 물빛로 1 (호수동)");
        visitor.press("다음");
        visitor.sees("정산 계좌");
        here(visitor, "draft-owner");
        visitor.press("다음");
        once(visitor, "draft-owner-wrong");
        visitor.write("대표자 이름", "이도윤");
        visitor.write("대표자 휴대전화", "010-0000-1234");
        visitor.chooseAny("은행");
        visitor.write("계좌번호", "1002-000-123456");
        visitor.press("다음");
        here(visitor, "draft-papers");
        visitor.press("다음");
        once(visitor, "draft-papers-wrong");
        visitor.page()
                .getByLabel("사업자등록증", new Page.GetByLabelOptions().setExact(false))
                .first()
                .setInputFiles(new FilePayload("paper.jpg", "image/jpeg", Failures.photo()));
        visitor.press("다음");
        visitor.sees("내기 전에 마지막으로");
        here(visitor, "draft-answers");
        visitor.open(URI.create(visitor.page().url()).getPath().replace("answers", "papers"));
        here(visitor, "draft-papers-kept");
    }

    private void waiting(Visitor visitor) {
        look(visitor, "/me/notices", "notices");
        look(visitor, "/merchants/applications", "applications-sent");
        each(visitor, "/merchants/applications", ".du-cards a[href*='/a-']", "application-");
        new ReportRounds(visitor, this).citizenWithNone();
    }

    private void shopkeeper(Visitor visitor) {
        new ShopRounds(visitor, this).go();
        look(visitor, "/", "home-owner");
    }

    private void officer(Visitor visitor) {
        look(visitor, "/office/applications", "queue");
        look(visitor, "/office/applications?state=all&" + NOTHING, "queue-empty");
        each(visitor, "/office/applications?state=all", ".du-table a[href*='/a-']", "review-");
        lookAtFirst(visitor, "/office/applications?state=in-review", FIRST_ROW, "review-open");
        visitor.unfold("반려");
        visitor.press("반려하기");
        once(visitor, "review-wrong");
        look(visitor, "/me", "me-officer");
        new ReportRounds(visitor, this).officer();
        new BankRounds(visitor, this).first();
        new MapRounds(visitor, this).officer();
        new ShopRounds(visitor, this).officer();
    }

    private void auditor(Visitor visitor) {
        look(visitor, "/office/ledger", "audit");
        look(visitor, "/office/ledger?day=2020-01-01", "audit-empty");
        look(visitor, "/office/ledger?day=nothing", "audit-wrong");
        lookAtFirst(visitor, "/office/ledger", FIRST_ROW, "audit-entry");
        look(visitor, "/office/ledger/sample", "sample");
        visitor.press("뽑기");
        here(visitor, "sample-drawn");
        look(visitor, "/office/ledger/verifications", "verifications-empty");
        visitor.press("지금 확인");
        visitor.sees("이상 없음");
        here(visitor, "verification");
        look(visitor, "/office/ledger/verifications", "verifications");
        look(visitor, "/office/access-log", "access-log");
        look(visitor, "/office/access-log?day=2020-01-01", "access-log-empty");
    }

    void look(Visitor visitor, String path, String name) {
        visitor.open(path);
        here(visitor, name);
    }

    void lookAtFirst(Visitor visitor, String list, String link, String name) {
        visitor.open(list);
        visitor.page().locator(link).first().click();
        here(visitor, name);
    }

    private void each(Visitor visitor, String list, String links, String name) {
        visitor.open(list);
        var paths =
                visitor.page().locator(links).all().stream()
                        .map(link -> String.valueOf(link.getAttribute("href")))
                        .distinct()
                        .toList();
        for (String path : paths) {
            visitor.open(path);
            here(visitor, name + (paths.indexOf(path) + 1));
        }
    }

    void here(Visitor visitor, String name) {
        seen.add(visitor.path());
        eye.look(visitor, name);
    }

    /** What is typed into a page before the answer to its form comes would be lost. */
    void once(Visitor visitor, String name) {
        if (name.endsWith("-wrong")) {
            visitor.page().locator(WRONG).first().waitFor();
        }
        eye.lookOnce(visitor, name);
    }
}
