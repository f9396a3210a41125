package city.dure.browser;

import java.util.UUID;

/** The way of somebody who joins, and of a member past what is kept of them. */
final class MemberRounds {
    private static final String PASSWORD = "은행나무 세 그루 아래 벤치";

    private final Visitor visitor;
    private final Rounds rounds;

    MemberRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    /** Somebody new, up to the first code. */
    void newcomer() {
        rounds.look(visitor, "/outbox?q=nobody", "outbox-empty");
        rounds.look(visitor, "/idp/accounts/new", "signup");
        visitor.press("아이디 만들기");
        rounds.once(visitor, "signup-wrong");
        String name = "new." + UUID.randomUUID().toString().substring(0, 8);
        visitor.write("아이디", name);
        visitor.page().locator("#password").fill(PASSWORD);
        visitor.page().locator("#again").fill(PASSWORD);
        visitor.press("아이디 만들기");
        visitor.sees("아이디를 만들었어요");
        rounds.here(visitor, "signup-done");
        visitor.follow("로그인하기");
        visitor.write("아이디", name);
        visitor.write("비밀번호", PASSWORD);
        visitor.page().locator(".du-signin form .du-button--big").click();
        visitor.sees("읽고 정해 주세요");
        join();
    }

    private void join() {
        rounds.here(visitor, "join-agree");
        visitor.press("다음");
        rounds.once(visitor, "join-agree-wrong");
        visitor.page().locator("input[value^='collection']").check();
        visitor.press("다음");
        visitor.sees("내 정보 적기");
        rounds.here(visitor, "join-person");
        visitor.write("생년월일", "2020-01-01");
        visitor.press("가입하기");
        rounds.once(visitor, "join-person-wrong");
        visitor.write("이름", "황보 나래온");
        visitor.write("생년월일", "1985-03-07");
        visitor.write("이메일", "hwangbo.narae.with.a.long.name@example.com");
        visitor.write("휴대전화", "010-0000-4321");
        visitor.chooseAny("동네");
        visitor.write("이사 온 날", "2020-03-01");
        visitor.press("가입하기");
        visitor.sees("1단계 이메일");
        rounds.here(visitor, "proof-none");
        visitor.press("확인 번호 받기");
        visitor.sees("이메일로 번호를 보냈어요");
        rounds.here(visitor, "proof-code");
        visitor.press("확인하기");
        rounds.once(visitor, "proof-code-wrong");
        rounds.look(visitor, "/me/notices", "notices-empty");
    }

    /** What a member has. */
    void member() {
        rounds.look(visitor, "/me", "me-member");
        rounds.look(visitor, "/me/verification", "proof-all");
        rounds.look(visitor, "/me/profile", "profile");
        visitor.write("이메일", "x");
        visitor.press("고치기");
        rounds.once(visitor, "profile-wrong");
        rounds.look(visitor, "/me/profile/district", "move");
        visitor.press("알리기");
        rounds.once(visitor, "move-wrong");
        rounds.look(visitor, "/me/consents", "consents");
        visitor.page().locator("#news button").first().click();
        visitor.sees("한 번 눌러");
        rounds.look(visitor, "/me/notices?unread=true", "notices-none-unread");
        rounds.look(visitor, "/me/data", "my-data");
        rounds.look(visitor, "/me/data/erasure", "leaving");
    }
}
