package city.dure.eligibilitypages;

import city.dure.eligibility.Rules;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules that one officer asked another to announce.
 *
 * @param rules as they will be, with the version of the newest ones when they were asked for
 */
record Proposal(ProposalId id, Rules rules, String askedBy, Instant askedAt) {
    /** Everything that announcing them would do. */
    String payload() {
        return "%d\n%s\n%s\n%s"
                .formatted(
                        rules.version(), rules.noticedOn(), rules.from(), lines(rules.written()));
    }

    private static String lines(Map<String, String> told) {
        return told.entrySet().stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
