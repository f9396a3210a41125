package city.dure.browser;

/** The way of an agent past the people at the desk, of one of them, and of the auditor after. */
final class DeskRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    DeskRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void agent() {
        rounds.look(visitor, "/desk/citizens", "desk");
        visitor.press("찾기");
        rounds.once(visitor, "desk-wrong");
        visitor.tick("본인 요청");
        visitor.write("휴대전화", "010-0000-9999");
        visitor.press("찾기");
        visitor.sees("꼭 맞는 사람이 없습니다");
        rounds.once(visitor, "desk-none");
        visitor.write("휴대전화", "010-0000-0003");
        visitor.press("찾기");
        visitor.sees("찾은 사람 1명");
        rounds.once(visitor, "desk-found");
        visitor.press("이 사유로 열기");
        visitor.sees("까지 볼 수 있습니다");
        rounds.here(visitor, "desk-citizen");
        visitor.pressLike("그대로 보기.*휴대전화");
        visitor.sees("010-0000-0003");
        rounds.once(visitor, "desk-revealed");
        visitor.follow("정보 바로잡기");
        rounds.here(visitor, "desk-correction");
        visitor.press("바로잡기");
        rounds.once(visitor, "desk-correction-wrong");
    }

    /** What the one who was looked at sees of it. */
    void seen() {
        rounds.look(visitor, "/me/views", "views");
        rounds.look(visitor, "/me/verification/desk", "waiting");
    }

    void reviewed() {
        rounds.look(visitor, "/office/lookups", "lookups");
        rounds.look(visitor, "/office/lookups?month=2020-01", "lookups-empty");
    }
}
