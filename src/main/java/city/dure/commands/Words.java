package city.dure.commands;

import city.dure.proofs.Flawed;
import city.dure.replay.Replayed;
import city.dure.verification.RememberedHead;
import city.dure.verification.Report;
import java.nio.file.Path;
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

    /** Of an exported ledger: what was checked, and by whose key. */
    static String of(Report report, Asked asked, String key, String opened) {
        return report.sound() ? sound(report, asked, key, opened) : altered(report);
    }

    /** Of an exported ledger whose checkpoint or key is none. */
    static String unreadable(Path file, Flawed flaw) {
        return "The exported ledger %s was altered.\nFirst bad entry: cannot be named\n"
                        .formatted(file)
                + "Kind of damage: checkpoint\n- In its key or a checkpoint, %s.\n"
                        .formatted(flaw.words());
    }

    private static String sound(Report report, Asked asked, String key, String opened) {
        var remembered = asked.head();
        return """
        The exported ledger %s is sound: %s.
        It was computed anew from its entries: chain, tree, every tile; every checkpoint in it has
        the root of its entries and was signed by the key
        %s
        %s
        %s
        Closed entries whose details are in it, and fit: %s. Not checked: its README, and salts of
        open entries.
        %sNot proven: that what the entries say is true, and when they were sealed.
        """
                .formatted(
                        report.origin(),
                        entries(report.size()),
                        key,
                        asked.key() != null
                                ? "which is the one you gave with --key."
                                : "Not proven: whose key that is; compare it with the one that the"
                                        + " city gives out, or give that with --key.",
                        remembered == null
                                ? "Not proven: that nobody was shown another ledger; for that, give"
                                        + " a head you kept with --head."
                                : "It continues the head you gave: its first %s are unchanged."
                                        .formatted(entries(remembered.size())),
                        opened,
                        replayed(report.replayed(), asked.tables()));
    }

    private static String sound(Report report, @Nullable RememberedHead remembered) {
        return """
        The ledger %s is sound: %s.
        It was computed anew from its stored bytes: each entry has the bytes it was sealed with,
        its place in the chain and in the tree; its opening and the accounts and subjects listed
        for it fit those bytes; lists find it under what it says, and under nothing else; no entry
        lacks a number%s. Each stored checkpoint names the root of the entries that it counts, and
        was signed with the key of this ledger.
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
                        replayed(report.replayed(), true),
                        remembered == null
                                ? "Not proven: that it was not rewritten as a whole; for that, give a"
                                        + " head you kept with --head."
                                : "It continues the head you gave: its first %s are unchanged."
                                        .formatted(entries(remembered.size())),
                        report.head());
    }

    private static String replayed(List<Replayed> replayed, boolean compared) {
        return replayed.stream().map(one -> replayed(one, compared)).collect(Collectors.joining());
    }

    private static String replayed(Replayed one, boolean compared) {
        String told =
                one.inFull()
                        ? "from %s: %s%s"
                                .formatted(
                                        entries(one.entries()),
                                        counts(one),
                                        compared ? "; no table says otherwise" : "")
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
