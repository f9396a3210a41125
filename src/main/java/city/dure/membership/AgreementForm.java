package city.dure.membership;

import city.dure.consents.ConsentKind;
import city.dure.consents.ConsentText;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who joins agrees to.
 *
 * @param operation makes it count once
 * @param agreed the words that were read and agreed to, each as {@code collection:1}
 */
record AgreementForm(UUID operation, @Nullable List<String> agreed) {
    static AgreementForm blank() {
        return new AgreementForm(UUID.randomUUID(), List.of());
    }

    /** How a version of words is written in the form. */
    public String written(ConsentText text) {
        return text.kind().code() + ":" + text.version();
    }

    /** Whether these words are agreed to. */
    public boolean agreesTo(ConsentText text) {
        return Objects.requireNonNullElse(agreed, List.<String>of()).contains(written(text));
    }

    /** Whether other words of this kind were agreed to than there are now. */
    boolean agreedToOther(ConsentText text) {
        return !agreesTo(text) && agreedTo(text.kind());
    }

    private boolean agreedTo(ConsentKind kind) {
        return Objects.requireNonNullElse(agreed, List.<String>of()).stream()
                .anyMatch(one -> one.startsWith(kind.code() + ":"));
    }
}
