package city.dure.citizendesk;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.lookups.Lookup;
import city.dure.lookups.Lookups;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects at the desk what citizens cannot correct themselves, and tells them. */
@Service
@Transactional
class Corrections {
    private final Citizens citizens;
    private final Lookups lookups;
    private final Notices notices;

    Corrections(Citizens citizens, Lookups lookups, Notices notices) {
        this.citizens = citizens;
        this.lookups = lookups;
        this.notices = notices;
    }

    /** The look-up by which the citizen is open to the official; {@link Conflict} when not. */
    Lookup requireOpen(Actor official, CitizenId id) {
        return lookups.opened(official, id).orElseThrow(() -> new Conflict("lookups.closed"));
    }

    /**
     * The first day on which somebody can have moved in: the first of the year in which they were
     * born. The day itself an official sees in plain by a recorded reveal alone, which a refused
     * date must not give away.
     *
     * @throws Conflict when the citizen is not open to the official
     */
    LocalDate earliest(Actor official, CitizenId id) {
        requireOpen(official, id);
        return profile(id).birth().day().withDayOfYear(1);
    }

    /**
     * Keeps what a checked form says, with an entry for each part of it that differs.
     *
     * @return whether anything did
     * @throws Conflict when the citizen is not open to the official
     * @throws Conflict.Changed when somebody changed the citizen since it was opened
     */
    boolean correct(Actor official, CitizenId id, CorrectionForm form) {
        lookups.require(official, id, form.version());
        Profile profile = profile(id);
        var corrected =
                citizens.correct(official, id, form.version(), corrected(profile, form), true);
        Citizen now = citizens.get(id);
        form.newDistrict()
                .ifPresent(district ->
                        citizens.move(
                                official,
                                id,
                                now.version(),
                                district,
                                form.day().orElseThrow(),
                                "desk"));
        boolean changed = corrected.isPresent() || form.newDistrict().isPresent();
        if (changed) {
            lookups.handOn(official, id, form.version());
        }
        if (changed && now.account() != null) {
            notices.tell(now.account(), Notice.of("citizendesk.notice.corrected", "/me/profile"));
        }
        return changed;
    }

    private Profile profile(CitizenId id) {
        return citizens.profile(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private static Profile corrected(Profile before, CorrectionForm form) {
        return new Profile(
                form.newName().orElse(before.name()),
                form.newBirth().orElse(before.birth()),
                before.email(),
                before.phone(),
                before.address());
    }
}
