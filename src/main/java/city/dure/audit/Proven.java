package city.dure.audit;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.publishing.PublishedLog;
import city.dure.shared.Actor;
import city.dure.shared.QrPicture;
import city.dure.shared.Role;
import city.dure.tiles.LogUnreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a page shows of an entry's proof of record. */
@Component
class Proven {
    private static final Logger LOG = LoggerFactory.getLogger(Proven.class);

    private final PublishedLog log;
    private final LedgerEntries entries;
    private final Names names;
    private final String publicUrl;

    Proven(
            PublishedLog log,
            LedgerEntries entries,
            Names names,
            @Value("${dure.public-url}") String publicUrl) {
        this.log = log;
        this.entries = entries;
        this.names = names;
        this.publicUrl = publicUrl.replaceFirst("/$", "");
    }

    /**
     * The proof of one entry.
     *
     * @param head the checkpoint that it leads to; null as long as none covers the entry
     * @param broken whether the log's files cannot be read
     * @param address of the entry's page, for people with a print in their hands
     * @param code the same address as a picture
     * @param opening of a closed entry, for who acted and for the auditor; when an official acted,
     *     also for whom all that it names concerns
     */
    record Proof(
            PublishedLog.@Nullable Shown head,
            boolean broken,
            String address,
            QrPicture code,
            @Nullable Opening opening) {}

    /**
     * Details and salt as people can hand them on: text, and hexadecimal.
     *
     * @param command what computes the commitment of them, by other people's programs
     */
    record Opening(String details, String salt, String command) {}

    /** What is shown to a reader. */
    Proof of(SealedEntry entry, Reader reader, Actor actor) {
        String address = publicUrl + "/ledger/entries/" + entry.number();
        var opening =
                !entry.open() && mayOpen(entry, reader, actor)
                        ? entries.opening(entry.id()).map(Proven::written).orElse(null)
                        : null;
        try {
            var head = log.proof(entry.number(), Duration.ZERO).map(PublishedLog.Proof::head);
            return proof(head, false, address, opening);
        } catch (LogUnreadable e) {
            LOG.error("no proof of entry {}: {}", entry.number(), e.getMessage());
            return proof(Optional.empty(), true, address, opening);
        }
    }

    // Details name by reference who acted, and others. An official answers to whom it concerns; who
    // reported a shop, or works there, stays unknown to whom those do not concern.
    private boolean mayOpen(SealedEntry entry, Reader reader, Actor actor) {
        return reader.seesPersons()
                || actor.ref().equals(entry.by())
                || reader.opensClosed() && byOfficial(entry) && names.concernsAll(actor, entry);
    }

    private static boolean byOfficial(SealedEntry entry) {
        return Role.of(entry.actor()).filter(Role::isOfficial).isPresent();
    }

    private static Proof proof(
            Optional<PublishedLog.Shown> head,
            boolean broken,
            String address,
            @Nullable Opening opening) {
        return new Proof(head.orElse(null), broken, address, QrPicture.of(address), opening);
    }

    private static Opening written(LedgerEntries.Opening opening) {
        String details = new String(opening.details(), StandardCharsets.UTF_8);
        String salt = HexFormat.of().formatHex(opening.salt());
        String quoted = "'" + details.replace("'", "'\\''") + "'";
        String command =
                "printf %s "
                        + quoted
                        + " | openssl dgst -sha256 -mac HMAC -macopt hexkey:"
                        + salt
                        + " -binary | openssl base64";
        return new Opening(details, salt, command);
    }
}
