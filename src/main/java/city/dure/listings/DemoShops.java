package city.dure.listings;

import city.dure.city.City;
import city.dure.city.District;
import city.dure.city.DistrictMap;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.shared.Spot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents the businesses of the demo city, the same ones every time. */
final class DemoShops {
    /** The shop of the demo's shopkeeper; no other is called so. */
    static final String BAKERY = "한들빵집";

    /** The shop that nobody has claimed yet: the README's shopkeeper does. */
    static final String TO_CLAIM = "물레책방";

    /** The shop whose till takes prepaid cards: the machine {@code demo-pos}. */
    static final String TILL = "온달과일";

    private static final int SEED = 20261121;
    private static final int SHOPS = 300;
    private static final int CLOSED_EVERY = 25;

    private static final String[] FIRST = {
        "한들", "행복", "달빛", "푸른", "우리", "새벽", "고운", "다정한", "온유", "햇살", "들꽃", "샘물", "나래", "솔내", "두레",
        "호수", "작은", "이웃", "참좋은", "느티나무", "은행나무", "모퉁이", "골목", "정든", "늘봄", "가온", "아침"
    };
    private static final String[] ROADS = {
        "물빛로", "들꽃길", "햇살로", "나래길", "샘물로", "달빛로", "솔숲길", "두레로", "한들대로", "은하수길"
    };

    /** What shops of a category are called, and what their list calls the category. */
    private static final Map<String, List<String>> TRADES =
            Map.ofEntries(
                    Map.entry("korean", List.of("한식", "밥상", "국밥", "한정식", "칼국수", "순두부")),
                    Map.entry("world", List.of("중식", "반점", "우동", "파스타")),
                    Map.entry("snack", List.of("분식", "분식", "김밥", "떡볶이", "치킨")),
                    Map.entry("cafe", List.of("휴게음식점", "카페", "커피", "찻집")),
                    Map.entry("bakery", List.of("제과점영업", "빵집", "제과", "베이커리")),
                    Map.entry("pub", List.of("호프/통닭", "호프", "포차")),
                    Map.entry("beauty", List.of("미용업", "미용실", "헤어", "이용원")),
                    Map.entry("academy", List.of("학원", "음악학원", "수학학원", "미술학원")),
                    Map.entry("pharmacy", List.of("약국", "약국")),
                    Map.entry("clinic", List.of("의원", "의원", "치과", "한의원")),
                    Map.entry("optician", List.of("안경업", "안경")),
                    Map.entry("laundry", List.of("세탁업", "세탁소", "빨래방")),
                    Map.entry("karaoke", List.of("노래연습장업", "노래연습장")),
                    Map.entry("pcroom", List.of("인터넷컴퓨터게임시설제공업", "PC방")),
                    Map.entry("bath", List.of("목욕장업", "목욕탕", "찜질방")),
                    Map.entry("market", List.of("반찬가게", "반찬", "정육점", "과일")),
                    Map.entry("mart", List.of("슈퍼마켓", "마트", "슈퍼")),
                    Map.entry("clothing", List.of("의류", "옷가게", "신발", "한복")),
                    Map.entry("books", List.of("서점", "책방", "문구")),
                    Map.entry("repair", List.of("수리서비스", "철물", "자전거", "카센터")),
                    Map.entry("sports", List.of("체육시설업", "체육관", "탁구장", "요가")));

    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>(Set.of(BAKERY, TO_CLAIM, TILL));
    private final City city;
    private final DemoPlaces places;

    DemoShops(City city, DistrictMap map) {
        this.city = city;
        this.places = new DemoPlaces(map);
    }

    /** Their list, with a few that are closed. */
    List<Listing> all() {
        var trades = TRADES.keySet().stream().sorted().toList();
        return IntStream.range(0, SHOPS)
                .mapToObj(i -> listing(i, trades.get(i % trades.size())))
                .toList();
    }

    private Listing listing(int number, String category) {
        boolean closed = number % CLOSED_EVERY == CLOSED_EVERY - 1;
        var since = closed ? LocalDate.of(2026, 1 + number % 10, 1 + number % 28) : null;
        return new Listing("demo-" + number, business(category), closed, since);
    }

    private Business business(String category) {
        var words = new ArrayList<>(TRADES.getOrDefault(category, List.of("가게")));
        String listName = words.removeFirst();
        List<District> districts = city.districts();
        int at = random.nextInt(districts.size());
        District district = districts.get(at);
        String road = oneOf(ROADS) + " " + (1 + random.nextInt(180));
        Spot spot = places.in(district.code());
        return new Business(
                name(words.isEmpty() ? List.of(listName) : words, district),
                category,
                listName,
                district.code(),
                "한들시 %s (%s)".formatted(road, district.name()),
                "한들시 %s %d-%d"
                        .formatted(
                                district.name(), 1 + random.nextInt(900), 1 + random.nextInt(20)),
                "99%03d".formatted(at * 100 + random.nextInt(100)),
                "000-%03d-%04d".formatted(random.nextInt(1000), random.nextInt(10_000)),
                spot == null ? null : spot.latitude(),
                spot == null ? null : spot.longitude());
    }

    private String name(List<String> words, District district) {
        String name = oneOf(FIRST) + words.get(random.nextInt(words.size()));
        String place = district.name().replaceFirst("동$", "점");
        if (taken.add(name)) {
            return name;
        }
        String branch = name + " " + place;
        return taken.add(branch) ? branch : oneOf(FIRST) + branch;
    }

    private String oneOf(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
