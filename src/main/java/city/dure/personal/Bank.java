package city.dure.personal;

import java.util.Arrays;
import java.util.Optional;

/** The banks that pay out settlements, with their codes of the Korean clearing house. */
public enum Bank {
    NH("011", "NH농협은행"),
    KB("004", "KB국민은행"),
    SHINHAN("088", "신한은행"),
    WOORI("020", "우리은행"),
    HANA("081", "하나은행"),
    IBK("003", "IBK기업은행"),
    KAKAO("090", "카카오뱅크"),
    TOSS("092", "토스뱅크"),
    K("089", "케이뱅크"),
    MG("045", "새마을금고"),
    CU("048", "신협"),
    NH_LOCAL("012", "지역농·축협"),
    POST("071", "우체국"),
    SH("007", "Sh수협은행"),
    SC("023", "SC제일은행"),
    CITI("027", "한국씨티은행"),
    IM("031", "iM뱅크(대구은행)"),
    BUSAN("032", "부산은행"),
    GWANGJU("034", "광주은행"),
    JEJU("035", "제주은행"),
    JEONBUK("037", "전북은행"),
    KYONGNAM("039", "경남은행"),
    SAVINGS("050", "저축은행"),
    FORESTRY("064", "산림조합"),
    KDB("002", "산업은행");

    private final String code;
    private final String label;

    Bank(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The three-digit code. */
    public String code() {
        return code;
    }

    /** The name as the bank writes it. */
    public String label() {
        return label;
    }

    /** The bank of a code, if there is one. */
    public static Optional<Bank> of(String code) {
        return Arrays.stream(values()).filter(bank -> bank.code.equals(code)).findFirst();
    }
}
