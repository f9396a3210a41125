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
        rounds.go("citizen.park", member -> new DeskRounds(member, rounds).changes());
        visitor.write("이름", "황보나래온");
        visitor.press("바로잡기");
        visitor.sees("시민 다시 열기");
        rounds.once(visitor, "desk-correction-changed-wrong");
        visitor.follow("그만두기");
        visitor.sees("지금 정보로 다시 열기");
        rounds.here(visitor, "desk-citizen-changed");
        visitor.press("지금 정보로 다시 열기");
        visitor.sees("신분을 확인했습니다");
    }

    /** The one who is looked at changes something meanwhile. */
    private void changes() {
        visitor.open("/me/profile");
        visitor.write("집 주소", "한들시 물빛로 %d".formatted(System.nanoTime() % 900 + 1));
        visitor.press("고치기");
        visitor.sees("고쳤어요");
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
