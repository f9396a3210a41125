package city.dure.shared;

import java.util.Arrays;
import java.util.Optional;

/** In which capacity somebody acts; the code stands in the ledger and in the permission matrix. */
public enum Role {
    ANYONE("anyone"),
    CITIZEN("citizen"),
    OWNER("owner"),
    CLERK("clerk"),
    MERCHANT_OFFICER("merchant-officer"),
    PROGRAM_OFFICER("program-officer"),
    VOTE_OFFICER("vote-officer"),
    FRAUD_OFFICER("fraud-officer"),
    SETTLEMENT_OFFICER("settlement-officer"),
    DESK_AGENT("desk-agent"),
    AUDITOR("auditor"),
    ADMIN("admin"),
    MACHINE("machine"),
    SYSTEM("system");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The stable code, as written in entries and in the matrix. */
    public String code() {
        return code;
    }

    /** Whether the city acts in it, by somebody who answers for that to the person concerned. */
    public boolean isOfficial() {
        return compareTo(MERCHANT_OFFICER) >= 0 && compareTo(ADMIN) <= 0;
    }

    /** The role of a code, if there is one. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
