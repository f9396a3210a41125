package city.dure.citizens;

import city.dure.access.KeyedHash;
import city.dure.access.Limits;
import city.dure.access.Limits.Bucket;
import city.dure.city.City;
import city.dure.consents.Consents;
import city.dure.ledger.Ledger;
import city.dure.notices.MessageText;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.personal.EmailAddress;
import city.dure.personal.Phone;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How citizens prove where they read messages, and who they are. */
@Service
@Transactional
public class Proving {
    private static final int CODES_A_QUARTER = 5;

    /** What became of a try. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** Five were wrong: whatever is typed now, another code has to be sent. */
        USED_UP,
        EXPIRED,
        /** No code was sent there. */
        NONE
    }

    private final CitizenRows rows;
    private final Citizens citizens;
    private final Consents consents;
    private final Codes codes;
    private final ListedPeople listed;
    private final Notices notices;
    private final City city;
    private final Limits limits;
    private final KeyedHash hash;
    private final Ledger ledger;
    private final Clock clock;

    Proving(
            CitizenRows rows,
            Citizens citizens,
            Consents consents,
            Codes codes,
            ListedPeople listed,
            Notices notices,
            City city,
            Limits limits,
            KeyedHash hash,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.citizens = citizens;
        this.consents = consents;
        this.codes = codes;
        this.listed = listed;
        this.notices = notices;
        this.city = city;
        this.limits = limits;
        this.hash = hash;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether codes can be sent by a channel in this city. */
    public boolean reaches(Channel channel) {
        return channel == Channel.EMAIL ? notices.canMail() : notices.canText();
    }

    /**
     * Sends a new code, in place of the one before.
     *
     * @return how long to wait when too many were sent; empty when it is on its way
     * @throws Conflict when the citizen gave no such address, or codes cannot be sent here, or what
     *     membership needs is not agreed to any more
     */
    public Optional<Duration> sendCode(CitizenId id, Channel channel, Locale language) {
        requireConsent(citizens.get(id));
        Profile profile = profile(id);
        String address = address(profile, channel);
        if (address == null || !reaches(channel)) {
            throw new Conflict("citizens.code.nowhere");
        }
        var wait = limits.take(buckets(id, channel, address));
        if (wait.isEmpty()) {
            String code = codes.mint(id, channel, address);
            send(profile, channel, code, language);
        }
        return wait;
    }

    /** Until when a code of this channel can be typed; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> codeUntil(CitizenId id, Channel channel) {
        return codes.openUntil(id, channel).map(OffsetDateTime::toInstant);
    }

    /**
     * Takes a code that was typed; a right one proves the address.
     *
     * @throws Conflict when somebody else proved this phone before
     */
    public Outcome prove(Actor actor, CitizenId id, Channel channel, String typed) {
        Citizen citizen = rows.lock(id).orElseThrow(() -> new NotFound(id.ref()));
        Profile profile = profile(id);
        String address = address(profile, channel);
        var outcome =
                address == null ? Outcome.NONE : codes.check(id, channel, address, typed.strip());
        if (outcome == Outcome.RIGHT) {
            proven(actor, citizen, channel.code(), profile);
        }
        return outcome;
    }

    /**
     * An official has seen a paper with a picture, and it is this person's.
     *
     * @param seenVersion of the citizen
     * @return the citizen's id from now on: the list's, where a list of residents names this person
     * @throws Conflict.Changed when somebody changed the citizen meanwhile
     */
    public CitizenId proveAtDesk(Actor official, CitizenId id, int seenVersion) {
        Citizen citizen =
                rows.lock(id)
                        .filter(it -> it.version() == seenVersion && it.provenAt() == null)
                        .orElseThrow(() -> new Conflict.Changed("citizens.changed"));
        requireConsent(citizen);
        if (citizen.account() != null) {
            notices.tell(
                    citizen.account(), Notice.of("citizens.notice.proven", "/me/verification"));
        }
        return proven(official, citizen, "desk", profile(id));
    }

    /**
     * Lets nobody go on who took back what membership needs, or did not read its newest words.
     *
     * @throws Conflict for such a one
     */
    public void requireConsent(Citizen citizen) {
        if (citizen.account() != null && !consents.agreesToRequired(citizen.account().ref())) {
            throw new Conflict("citizens.consent.missing");
        }
    }

    /** Something was proven; the id of the citizen from now on. */
    CitizenId proven(Actor actor, Citizen citizen, String proof, Profile profile) {
        Citizen now = citizen.proven(proof, clock.instant());
        try {
            rows.save(now, now.phoneAt() == null ? null : phoneMark(profile));
        } catch (DuplicateKeyException e) {
            throw new Conflict("citizens.phone.taken");
        }
        EmailAddress email = profile.email();
        if (now.emailAt() != null && email != null && now.account() != null) {
            notices.mailTo(now.account(), email);
        }
        ledger.record(actor, new CitizenRecords.Verified(citizen.id(), proof, now.level()));
        return listed.match(actor, citizen.id(), profile).orElse(citizen.id());
    }

    private @Nullable String phoneMark(Profile profile) {
        Phone phone = profile.phone();
        return phone == null ? null : hash.of("citizens.phones", phone.digits());
    }

    private void send(Profile profile, Channel channel, String code, Locale language) {
        var arguments = List.of(code, city.profile().name());
        String key = "citizens.code." + channel.code();
        var text = new MessageText(key, arguments, language, Codes.VALID);
        if (channel == Channel.EMAIL && profile.email() != null) {
            notices.mail(profile.email(), text);
        } else if (profile.phone() != null) {
            notices.text(profile.phone(), text);
        }
    }

    private Profile profile(CitizenId id) {
        return citizens.profile(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** Nobody is flooded with codes, whoever asks for them. */
    private Bucket[] buckets(CitizenId id, Channel channel, String address) {
        String place = hash.of("citizens.addresses", channel.code() + address);
        return new Bucket[] {
            new Bucket("codes of " + id.ref(), 2 * CODES_A_QUARTER),
            new Bucket("codes to " + place, CODES_A_QUARTER)
        };
    }

    private static @Nullable String address(Profile profile, Channel channel) {
        var value = channel == Channel.EMAIL ? profile.email() : profile.phone();
        return value == null ? null : value.plain();
    }
}
