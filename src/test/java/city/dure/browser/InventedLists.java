package city.dure.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of businesses that are nowhere. */
final class InventedLists {
    /** As long as a shop's name may well be. */
    static final String LONG_NAME =
            "물빛로 언덕 위 느티나무 그늘 아래 삼대째 이어 온 손두부와 칼국수와 만두를 빚는 우리 동네 작은 가게 한들본점";

    private static final String HEADER = "업종,사업장명,영업상태명,전화번호,소재지전체주소,도로명전체주소\n";

    /** A shop with a long name, one that stands in it twice, and one without a name. */
    static final String SHORT =
            HEADER
                    + "한식,"
                    + LONG_NAME
                    + ",영업,000-000-0001,한들시 호수동 1,한들시 호수로 1\n"
                    + "제과점영업,달무리제과,영업,000-000-0002,한들시 호수동 2,한들시 호수로 2\n"
                    + "제과점영업,달무리제과,영업,000-000-0002,한들시 호수동 2,한들시 호수로 2\n"
                    + "안경업,,영업,000-000-0003,한들시 나래동 3,한들시 나래로 3\n";

    /** A list that names nothing of the short one. */
    static final String STRANGE = HEADER + "서점,먼동네책방,영업,000-000-0004,먼시 아랫동 4,먼시 아랫로 4\n";

    /** Another list that names the shops of the short one and one more, and contradicts it. */
    static final String OTHER =
            HEADER
                    + "한식,"
                    + LONG_NAME
                    + ",영업,000-000-0009,한들시 호수동 1,한들시 호수로 1\n"
                    + "서점,달무리책방,영업,000-000-0008,한들시 호수동 8,한들시 호수로 8\n";

    private InventedLists() {}

    /** So long that its trial run is still under way when the page is shown. */
    static String longOne() {
        return IntStream.range(0, 20_000)
                .mapToObj(i -> "서점,긴목록책방%d,영업,,한들시 나래동 %d,한들시 나래로 %d\n".formatted(i, i, i))
                .collect(Collectors.joining("", HEADER, ""));
    }

    /** Uploads a list as an officer does, up to the page of its columns. */
    static void upload(Visitor visitor, String list) {
        visitor.open("/office/imports/new");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        visitor.press("파일 살펴보기");
        visitor.sees("어느 칸이 무엇입니까?");
    }
}
