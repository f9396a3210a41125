package city.dure.listings;

import city.dure.imports.ImportColumn;
import java.util.List;

/** The columns of business lists under the names that real lists give them. */
final class Columns {
    static final String NAME = "name";
    static final String ROAD = "road_address";
    static final String LOT = "lot_address";
    static final String CATEGORY = "category";
    static final String DETAIL = "category_detail";
    static final String STATE = "state";
    static final String CLOSED_ON = "closed_on";
    static final String PHONE = "phone";
    static final String POSTCODE = "postcode";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";
    static final String POINT = "point";
    static final String NUMBER = "business_number";

    static final List<ImportColumn> ALL =
            List.of(
                    required(NAME, "사업장명 업소명 상호명 상호 가맹점명 음식점명 업체명 가게명 CMPNM_NM BPLCNM"),
                    shown(
                            ROAD,
                            "도로명전체주소 소재지도로명주소 도로명주소 사업장도로명상세주소 업소주소 소재지 주소 address"
                                    + " REFINE_ROADNM_ADDR"),
                    shown(LOT, "소재지전체주소 소재지지번주소 지번주소 사업장지번상세주소 REFINE_LOTNO_ADDR"),
                    shown(CATEGORY, "업종 업종명 업종명(종목명) 개방서비스명 분류코드명 INDUTYPE_NM"),
                    shown(DETAIL, "업태 업태명 업태구분명"),
                    shown(PHONE, "전화번호 소재지전화 업소전화번호 맛집전화번호 연락처"),
                    shown(POSTCODE, "도로명우편번호 소재지우편번호 우편번호 REFINE_ZIPNO"),
                    shown(LATITUDE, "위도 WGS84위도 lat latitude y REFINE_WGS84_LAT"),
                    shown(LONGITUDE, "경도 WGS84경도 lng lon longitude x REFINE_WGS84_LOGT"),
                    shown(POINT, "coor 좌표 위경도 위치좌표"),
                    shown(STATE, "영업상태명 영업상태 LEAD_TAX_MAN_STATE LEAD_TAX_MAN_STATE_CD"),
                    shown(CLOSED_ON, "폐업일자 폐업일 CLSBIZ_DAY"),
                    hidden(NUMBER, "사업자등록번호 사업자번호 BIZREGNO"));

    private Columns() {}

    private static ImportColumn required(String name, String headers) {
        return new ImportColumn(name, label(name), true, true, split(headers));
    }

    private static ImportColumn shown(String name, String headers) {
        return new ImportColumn(name, label(name), false, true, split(headers));
    }

    private static ImportColumn hidden(String name, String headers) {
        return new ImportColumn(name, label(name), false, false, split(headers));
    }

    private static String label(String name) {
        return "listings.column." + name;
    }

    private static List<String> split(String headers) {
        return List.of(headers.split(" "));
    }
}
