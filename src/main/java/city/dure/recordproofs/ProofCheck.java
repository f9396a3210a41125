package city.dure.recordproofs;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import city.dure.proofs.RecordProof;
import city.dure.proofs.SignedHead;
import city.dure.publishing.PublishedLog;
import city.dure.recordproofs.Verdict.Kind;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares a proof that somebody holds with this ledger, or with the key of another log. */
@Service
class ProofCheck {
    private final PublishedLog log;
    private final LedgerEntries entries;

    ProofCheck(PublishedLog log, LedgerEntries entries) {
        this.log = log;
        this.entries = entries;
    }

    /**
     * Checks a proof.
     *
     * @param text as it was handed out
     * @param entry the exact bytes of the entry, where somebody holds them
     * @param other the key of another log; this one's is known
     */
    Verdict check(String text, byte @Nullable [] entry, @Nullable KeyLine other) {
        try {
            var proof = RecordProof.parse(text);
            boolean ours = other == null || other.line().equals(log.key());
            return ours && proof.head().origin().equals(log.origin())
                    ? ours(proof, entry)
                    : others(proof, entry, other);
        } catch (Flawed e) {
            return Verdict.altered(e);
        }
    }

    private Verdict ours(RecordProof proof, byte @Nullable [] entry) {
        SignedHead head = proof.head();
        var root = log.root(head.size()).map(Base64.getDecoder()::decode);
        boolean same = root.filter(each -> Arrays.equals(each, head.root())).isPresent();
        try {
            head.requireSignedBy(KeyLine.parse(log.key()));
        } catch (Flawed e) {
            return root.isPresent() && !same ? Verdict.altered("tree", 0) : Verdict.altered(e);
        }
        if (root.isEmpty()) {
            return newer(proof);
        }
        if (!same) {
            return Verdict.of(Kind.CONTRADICTION, "contradiction", head.size());
        }
        byte[] stored = entries.find(proof.index()).map(SealedEntry::leaf).orElse(new byte[0]);
        return leads(proof, stored) ? here(proof, stored, entry) : notLeading(proof);
    }

    private Verdict here(RecordProof proof, byte[] stored, byte @Nullable [] entry) {
        if (entry != null && !Arrays.equals(entry, stored)) {
            return Verdict.altered("entry", 0).about(proof.index());
        }
        String key = entry == null ? "here" : "here.entry";
        return Verdict.of(Kind.HERE, key, proof.index(), proof.head().size()).about(proof.index());
    }

    /** The signature is right, so it is the number or a hash: the first that differs is named. */
    private Verdict notLeading(RecordProof proof) {
        var right = log.path(proof.index(), proof.head().size()).orElseThrow();
        var found = proof.hashes().stream().map(Base64.getEncoder()::encodeToString).toList();
        int same = 0;
        while (same < Math.min(right.size(), found.size())
                && right.get(same).equals(found.get(same))) {
            same++;
        }
        if (same == right.size() && same == found.size()) {
            return Verdict.of(Kind.CONTRADICTION, "contradiction.entry", proof.index());
        }
        // When the very first differs, it may as well be the number above it.
        return Verdict.altered("path", same == 0 ? 0 : proof.firstLine() + same);
    }

    private static Verdict newer(RecordProof proof) {
        return Verdict.of(Kind.NEWER, "newer", proof.head().size());
    }

    private static Verdict others(
            RecordProof proof, byte @Nullable [] entry, @Nullable KeyLine key) {
        String origin = proof.head().origin();
        if (key == null) {
            return Verdict.of(Kind.UNKNOWN, "unknown.key", origin);
        }
        if (!key.name().equals(origin)) {
            return Verdict.of(Kind.UNKNOWN, "unknown.name", origin, key.name());
        }
        proof.head().requireSignedBy(key);
        if (entry == null) {
            return Verdict.of(Kind.UNKNOWN, "unknown.entry", origin);
        }
        return leads(proof, entry)
                ? Verdict.of(
                        Kind.ELSEWHERE, "elsewhere", origin, proof.index(), proof.head().size())
                : Verdict.altered("elsewhere", 0);
    }

    private static boolean leads(RecordProof proof, byte[] entry) {
        try {
            proof.requireLeadsFrom(entry);
            return true;
        } catch (Flawed e) {
            return false;
        }
    }
}
