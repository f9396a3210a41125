package city.dure.bankaccounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an officer chooses from a short list: how it was checked, why it is refused or seen. */
final class Coded {
    private Coded() {}

    /** How an officer checked that the account is the shop's. */
    enum Check {
        /** The bank was asked whose account it is. */
        BANK,
        /** The bank book was seen. */
        BANK_BOOK,
        /** The owner was called back on a number known before. */
        CALL,
        /** The owner came, with a paper that has a picture. */
        VISIT;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a request is refused. */
    enum Refusal {
        /** The account is somebody else's. */
        HOLDER_DIFFERS,
        /** The bank does not know it. */
        NO_SUCH_ACCOUNT,
        /** The owner did not ask for it, or could not be reached. */
        NOT_CONFIRMED,
        /** The copy of the bank book cannot be read. */
        UNREADABLE;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why an officer sees an account in plain; its owner sees it. */
    enum View {
        /** To decide about the change. */
        BANK_CHANGE,
        /** To answer its owner. */
        BANK_QUESTION;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The one of this code; empty when there is none. */
    static <T extends Enum<T>> Optional<T> of(T[] all, @Nullable String code) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}
