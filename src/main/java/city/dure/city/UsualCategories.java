package city.dure.city;

import static city.dure.shared.MoneyKind.POINTS;
import static city.dure.shared.MoneyKind.POLICY;
import static city.dure.shared.MoneyKind.VOLUNTEER;

import city.dure.shared.MoneyKind;
import java.util.List;
import java.util.Set;

/** The kinds of business that a Korean city usually tells apart: where a new city may begin. */
final class UsualCategories {
    private static final Set<MoneyKind> ALL = Set.of(MoneyKind.values());

    private UsualCategories() {}

    /** The names of lists are those of the open-data portals (업종명, 업태명, 분류코드명). */
    static List<Category> all() {
        return List.of(
                of("korean", "한식", "Korean food", "한식,식육(숯불구이),회집,탕류(보신용)"),
                of("world", "중식·일식·양식", "World food", "중식,중국식,일식,경양식,경양식/일식,뷔페식,외국음식전문점,패밀리레스트랑"),
                of("snack", "분식·간편식", "Snacks", "분식,김밥(도시락),패스트푸드,통닭(치킨),푸드트럭,일반조리판매"),
                of("restaurant", "그 밖의 음식점", "Other restaurants", "일반음식점,음식점,기타외식업,일반휴게음식"),
                of("cafe", "카페", "Cafés", "휴게음식점,커피숍,카페,까페,다방,전통찻집,아이스크림,키즈카페,음료식품"),
                of("bakery", "제과", "Bakeries", "제과점영업,제과점,과자점,빵집,베이커리"),
                of("pub", "주점", "Pubs", "호프/통닭,정종/대포집/소주방,라이브카페", POLICY, POINTS, VOLUNTEER),
                of("beauty", "미용·이용", "Hair and beauty", "이미용,미용업,이용업,미용실,이용원,네일"),
                of("academy", "학원", "Private schools", "학원,교습소,공부방"),
                of("pharmacy", "약국", "Pharmacies", "약국,의약품"),
                of("clinic", "병의원", "Clinics", "병원,의원,치과,한의원,기타의료기관,동물병원"),
                of("optician", "안경", "Opticians", "안경업,안경점,광학제품"),
                of("laundry", "세탁", "Laundries", "세탁,세탁업,빨래방"),
                of("karaoke", "노래연습장", "Karaoke", "노래연습장업,노래방", POLICY),
                of("pcroom", "PC방", "PC rooms", "인터넷컴퓨터게임시설제공업,피시방,PC방", POLICY),
                of("bath", "목욕장", "Bath houses", "목욕장업,목욕업,찜질방"),
                of("lodging", "숙박", "Lodging", "관광숙박업,숙박업,숙박업(호텔,여관),호텔,여관,민박"),
                of("market", "전통시장", "Traditional markets", "전통시장,시장,반찬가게,정육점,농수산물"),
                of("mart", "마트·슈퍼", "Groceries", "마트,슈퍼,슈퍼마켓,식료품,유통업"),
                of("convenience", "편의점", "Convenience stores", "편의점"),
                of("clothing", "의류·잡화", "Clothing", "의류,신변잡화,직물,신발,가방"),
                of("books", "서점·문구", "Books and stationery", "서적문구,서점,문구점,문구"),
                of("repair", "수리·정비", "Repairs", "수리서비스,자동차정비유지,자동차정비,철물"),
                of("sports", "체육·여가", "Sports and leisure", "체육시설업,당구장,헬스,레저업소,레져용품,문화.취미"),
                barred("nightclub", "유흥·단란주점", "Nightclubs", "유흥주점,단란주점,룸살롱,감성주점,카바레"),
                barred("gambling", "사행성 업종", "Gambling", "복권,경마,카지노,사행성,청소년게임제공업"),
                of("other", "기타", "Other", "기타,기타서비스업,용역서비스"));
    }

    private static Category of(
            String code, String name, String nameEn, String listNames, MoneyKind... excludedFor) {
        return new Category(
                code, 1, name, nameEn, Set.of(excludedFor), List.of(listNames.split(",")));
    }

    private static Category barred(String code, String name, String nameEn, String listNames) {
        return new Category(code, 1, name, nameEn, ALL, List.of(listNames.split(",")));
    }
}
