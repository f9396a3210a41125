package city.dure.browser;

import city.dure.districts.TestOutlines;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The way of an administrator past the pages of staff, districts and settings. */
final class AdminRounds {
    private static final String NOTHING = "?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84";
    private final Visitor visitor;
    private final Rounds rounds;

    AdminRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void go() {
        look("/office", "office");
        staff();
        invitation();
        districts();
        settings();
        consents();
    }

    private void consents() {
        look("/office/consents", "consent-texts");
        look("/office/consents/news", "consent-text");
        visitor.write("무엇에 쓰나요", "");
        visitor.press("새 판 내기");
        rounds.once(visitor, "consent-text-wrong");
    }

    private void invitation() {
        look("/office/staff/new", "invite");
        visitor.press("초대 링크 만들기");
        rounds.once(visitor, "invite-wrong");
        visitor.write("이름", InventedLists.LONG_NAME.substring(0, 20));
        visitor.write("직원번호", "20260002");
        visitor.chooseAny("역할");
        visitor.press("초대 링크 만들기");
        visitor.sees("이 링크는 지금 한 번만 보입니다");
        rounds.once(visitor, "invited");
        String link = visitor.page().locator(".du-link-once").innerText();
        look(URI.create(link).getPath(), "invitation");
        visitor.press("비밀번호 정하기");
        rounds.once(visitor, "invitation-wrong");
        look("/idp/welcome", "invitation-done");
    }

    private void settings() {
        for (String page : List.of("", "/emblem", "/categories", "/categories/new", "/holidays")) {
            look("/office/city" + page, "city" + page.replace('/', '-'));
        }
        look("/office/city/categories/bakery", "city-category");
        look("/office/city/holidays?year=2099", "city-holidays-empty");
        visitor.press("더하기");
        rounds.once(visitor, "city-holidays-wrong");
        holidays();
    }

    private void holidays() {
        upload("날짜,이름\n2098-01-01,1월 1일\n2098-05-01,노동절\n2098-06-06,현충일\n");
        rounds.here(visitor, "city-holidays-first");
        visitor.press("이대로 바꾸기");
        visitor.sees("공휴일을 바꿨습니다");
        upload("날짜,이름\n2098-01-01,1월 1일\n2098-05-01,근로자의 날\n2098-07-17,제헌절\n2098-07-17,제헌절\n");
        rounds.here(visitor, "city-holidays-check");
        look("/office/city/holidays?year=2098", "city-holidays-waiting");
        visitor.follow("이어서 확인하기");
        visitor.press("그만두기");
        visitor.sees("올린 파일을 버렸습니다");
    }

    private void upload(String list) {
        visitor.open("/office/city/holidays");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "holidays.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        visitor.press("파일 살펴보기");
        visitor.sees("바뀌는 공휴일 확인");
    }

    private void staff() {
        look("/office/staff", "staff");
        look("/office/staff" + NOTHING, "staff-empty");
        visitor.open("/office/staff");
        visitor.page().locator(".du-table tbody tr:first-child a").first().click();
        rounds.here(visitor, "member");
        visitor.press("승인 요청");
        rounds.once(visitor, "member-wrong");
    }

    private void districts() {
        look("/office/city/districts", "districts");
        look("/office/city/districts" + NOTHING, "districts-none");
        look("/office/city/districts/new", "districts-new");
        visitor.press("파일 살펴보기");
        rounds.once(visitor, "districts-new-wrong");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "dong.geojson",
                                "application/json",
                                TestOutlines.squares("호수동", "들꽃동", "새마을동")));
        visitor.press("파일 살펴보기");
        rounds.here(visitor, "districts-columns");
        visitor.press("바뀌는 것 보기");
        visitor.sees("업소 ");
        rounds.here(visitor, "districts-check");
        look("/office/city/districts", "districts-waiting");
    }

    private void look(String path, String name) {
        visitor.open(path);
        rounds.here(visitor, name);
    }
}
