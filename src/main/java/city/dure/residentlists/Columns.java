package city.dure.residentlists;

import city.dure.imports.ImportColumn;
import java.util.List;

/** The columns of lists of residents. */
final class Columns {
    static final String NAME = "name";
    static final String BIRTH = "birth";
    static final String PHONE = "phone";
    static final String EMAIL = "email";
    static final String ADDRESS = "address";
    static final String DISTRICT = "district";
    static final String SINCE = "since";

    static final List<ImportColumn> ALL =
            List.of(
                    column(NAME, true, "이름 성명 세대원성명 Name Full_name"),
                    column(BIRTH, true, "생년월일 생일 Birth_date Date_of_birth birthdate"),
                    column(PHONE, false, "휴대전화 휴대폰 휴대전화번호 휴대폰번호 전화번호 연락처 Phone Mobile"),
                    column(EMAIL, false, "이메일 전자우편 이메일주소 E-mail"),
                    column(ADDRESS, false, "주소 도로명주소 거주지 Address"),
                    column(DISTRICT, true, "동 행정동 행정동명 읍면동 행정동코드 지역 District"),
                    column(SINCE, false, "전입일 전입일자 전입신고일 Moved_in Since"));

    private Columns() {}

    private static ImportColumn column(String name, boolean required, String headers) {
        String label = "residentlists.column." + name;
        return new ImportColumn(name, label, required, false, List.of(headers.split(" ")));
    }
}
