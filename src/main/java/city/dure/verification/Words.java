package city.dure.verification;

import city.dure.replay.Replayed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a check found, and what that proves and does not. */
final class Words {
    private Words() {}

    static String of(Report report, @Nullable RememberedHead remembered) {
        return report.sound() ? sound(report, remembered) : altered(report);
    }

    private static String sound(Report report, @Nullable RememberedHead remembered) {
        return """
        The ledger %s is sound: %s.
        It was computed anew from its stored bytes: each entry has the bytes it was sealed with,
        its place in the chain and in the tree; its opening and the accounts and subjects listed
        for it fit those bytes; lists find it under what it says, and under nothing else; no entry
        lacks a number%s. Each stored checkpoint names the root of the entries that it counts.
        %s%s
        Not proven: that what the entries say is true, and when they were sealed.
        To check later that it only grew, keep this line outside of this system:
        verify --head %s
        """
                .formatted(
                        report.origin(),
                        entries(report.size()),
                        report.pending() == 0
                                ? ""
                                : "; %,d wait for theirs".formatted(report.pending()),
                        replayed(report.replayed()),
                        remembered == null
                                ? "Not proven: that it was not rewritten as a whole; for that, give a"
                                        + " head you kept with --head."
                                : "It continues the head you gave: its first %s are unchanged."
                                        .formatted(entries(remembered.size())),
                        report.head());
    }

    private static String replayed(List<Replayed> replayed) {
        return replayed.stream().map(Words::replayed).collect(Collectors.joining());
    }

    private static String replayed(Replayed one) {
        String told =
                one.inFull()
                        ? "from %s: %s; the tables hold the same"
                                .formatted(entries(one.entries()), counts(one))
                        : "not in full, as the details of %s are not there; nothing was compared"
                                .formatted(one.closed());
        return "Replayed %s %s.\n".formatted(one.name(), told);
    }

    private static String counts(Replayed one) {
        return one.counts().entrySet().stream()
                .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String altered(Report report) {
        var text = new StringBuilder();
        var first = report.damages().getFirst();
        text.append("The ledger ").append(report.origin()).append(" was altered.\n");
        text.append("First bad entry: ")
                .append(first.number() == null ? "cannot be named" : first.number())
                .append("\nKind of damage: ")
                .append(first.kind().name().toLowerCase(Locale.ROOT))
                .append('\n');
        report.damages()
                .forEach(damage -> text.append("- ").append(damage.sentence()).append('\n'));
        long more = report.damageCount() - report.damages().size();
        return more == 0
                ? text.toString()
                : text.append("and %,d more\n".formatted(more)).toString();
    }

    private static String entries(long count) {
        return count == 1 ? "1 entry" : "%,d entries".formatted(count);
    }
}
