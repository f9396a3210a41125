package city.dure.browser;

/** The way of a merchant officer past the pages of uploaded lists. */
final class ListRounds {
    private static final String FIRST_ROW_OF_OLDEST = ".du-table tbody tr:last-child th a";
    private static final String INVENTED =
            "%EC%A7%80%EC%96%B4%EB%82%B8%20%EC%97%85%EC%86%8C%20%EB%AA%A9%EB%A1%9D";

    private final Rounds rounds;

    ListRounds(Rounds rounds) {
        this.rounds = rounds;
    }

    void go(Visitor visitor) {
        rounds.look(visitor, "/office/imports/new", "import-new");
        visitor.press("파일 살펴보기");
        rounds.once(visitor, "import-new-wrong");
        InventedLists.upload(visitor, InventedLists.SHORT);
        rounds.here(visitor, "import-columns");
        visitor.write("이 목록의 이름", "");
        visitor.press("미리 계산");
        rounds.once(visitor, "import-columns-wrong");
        visitor.write("이 목록의 이름", "지어낸 업소 목록");
        visitor.press("미리 계산");
        visitor.sees("미리 계산이 끝났습니다");
        rounds.here(visitor, "import-ready");
        visitor.pressLike("건 올리기$");
        visitor.sees("끝까지 올렸습니다");
        rounds.here(visitor, "import-finished");
        visitor.follow("행 보고서 전체 보기");
        rounds.here(visitor, "import-rows");
        rounds.look(visitor, visitor.path() + "?kind=changed", "import-rows-empty");
        newerFile(visitor);
        InventedLists.upload(visitor, InventedLists.longOne());
        visitor.write("이 목록의 이름", "긴 업소 목록");
        visitor.press("미리 계산");
        rounds.once(visitor, "import-underway");
        visitor.follow("이 파일 버리기");
        rounds.here(visitor, "import-removal");
        visitor.press("버리기");
        rounds.once(visitor, "import-discarded");
        visitor.waitsForTheEnd();
        rounds.look(visitor, "/office/imports", "imports");
        rounds.lookAtFirst(
                visitor, "/merchants?q=" + "%EC%86%90%EB%91%90%EB%B6%80", Rounds.FIRST_ROW, "long");
    }

    private void newerFile(Visitor visitor) {
        InventedLists.upload(visitor, InventedLists.STRANGE);
        visitor.write("이 목록의 이름", "지어낸 업소 목록");
        visitor.press("미리 계산");
        visitor.sees("다른 목록 같습니다");
        rounds.here(visitor, "import-strange");
        visitor.pressLike("건 올리기$");
        rounds.once(visitor, "import-strange-wrong");
        visitor.follow("사라진 곳 모두 보기");
        rounds.here(visitor, "import-gone");
        rounds.look(visitor, visitor.path() + "?" + Rounds.NOTHING, "import-gone-empty");
        differingLists(visitor);
    }

    /** Another list names the shops of the one before; then the first one can no longer go back. */
    private void differingLists(Visitor visitor) {
        InventedLists.upload(visitor, InventedLists.OTHER);
        visitor.write("이 목록의 이름", "다른 곳에서 받은 목록");
        visitor.press("미리 계산");
        visitor.sees("미리 계산이 끝났습니다");
        visitor.pressLike("건 올리기$");
        visitor.sees("끝까지 올렸습니다");
        visitor.follow("되돌리기");
        rounds.here(visitor, "import-taking-back");
        rounds.look(visitor, "/office/differences", "differences");
        rounds.look(visitor, "/office/differences?" + Rounds.NOTHING, "differences-empty");
        rounds.lookAtFirst(visitor, "/office/differences", Rounds.FIRST_ROW, "difference");
        visitor.press("고른 목록을 따르기");
        rounds.once(visitor, "difference-wrong");
        rounds.look(visitor, "/office/imports/history", "import-history-empty");
        visitor.page().locator("#source").selectOption("지어낸 업소 목록");
        visitor.press("보기");
        rounds.here(visitor, "import-history");
        rounds.lookAtFirst(
                visitor, visitor.path() + "?source=" + INVENTED, FIRST_ROW_OF_OLDEST, "import-old");
        visitor.follow("되돌리기");
        rounds.here(visitor, "import-taking-back-refused");
        rounds.lookAtFirst(visitor, "/office/imports", Rounds.FIRST_ROW, "import-other");
        visitor.follow("되돌리기");
        visitor.pressLike("곳 되돌리기$");
        visitor.sees("되돌렸습니다");
        rounds.here(visitor, "import-taken-back");
    }
}
