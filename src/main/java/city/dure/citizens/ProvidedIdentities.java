package city.dure.citizens;

import city.dure.identity.AccountId;
import city.dure.identity.PersonMarks;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Identities that an identity provider vouches for, at which somebody signed in. */
@Service
@Transactional
public class ProvidedIdentities {
    private final CitizenRows rows;
    private final Citizens citizens;
    private final Proving proving;
    private final PersonMarks persons;

    ProvidedIdentities(CitizenRows rows, Citizens citizens, Proving proving, PersonMarks persons) {
        this.rows = rows;
        this.citizens = citizens;
        this.proving = proving;
        this.persons = persons;
    }

    /** Whether a provider said who this is, when they signed in. */
    @Transactional(readOnly = true)
    public boolean has(Citizen citizen) {
        return citizen.account() != null && persons.provided(citizen.account()).isPresent();
    }

    /**
     * The provider knows a member by the same name and birth date; nothing happens where the
     * identity is proven.
     *
     * @return the citizen's id from now on, as {@link Proving#proveAtDesk}
     * @throws Conflict when it knows them otherwise or not at all, or as another member
     */
    public CitizenId prove(Actor actor, CitizenId id) {
        Citizen citizen = rows.lock(id).orElseThrow(() -> new NotFound(id.ref()));
        proving.requireConsent(citizen);
        String mark = mark(actor, citizens.profile(id).orElseThrow());
        return citizen.provenAt() != null ? id : prove(actor, citizen, mark);
    }

    private String mark(Actor actor, Profile profile) {
        AccountId account = AccountId.valueOf(actor.ref());
        String mark = persons.provided(account).orElseThrow(() -> new Conflict("citizens.ci.none"));
        if (!persons.isCalled(account, profile.name().plain(), profile.birth().day())) {
            throw new Conflict("citizens.ci.differs");
        }
        return mark;
    }

    private CitizenId prove(Actor actor, Citizen citizen, String mark) {
        Profile profile = citizens.profile(citizen.id()).orElseThrow();
        CitizenId stays = proving.proven(actor, citizen, "ci", profile);
        try {
            rows.givePerson(stays, mark);
            return stays;
        } catch (DuplicateKeyException e) {
            throw new Conflict("citizens.ci.taken");
        }
    }
}
