package city.dure.citizens;

import city.dure.identity.AccountId;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds whom a list of residents names among those who joined. What was granted by the list hangs
 * on the list's id, so that one stays, and the member's own goes.
 */
@Component
class ListedPeople {
    private final CitizenRows rows;
    private final Vault vault;
    private final FormerIds formerIds;
    private final Ledger ledger;

    ListedPeople(CitizenRows rows, Vault vault, FormerIds formerIds, Ledger ledger) {
        this.formerIds = formerIds;
        this.rows = rows;
        this.vault = vault;
        this.ledger = ledger;
    }

    /**
     * Makes one citizen of a member and of the one listed person with the same name and birth date,
     * once the identity is proven, or a phone that the list names as well. The home stays that
     * began last; one that a list names without a day, only where the member told of no other.
     *
     * @return the id that stays; empty where nobody, or more than one, is listed so
     */
    Optional<CitizenId> match(Actor actor, CitizenId joined, Profile profile) {
        Citizen member = rows.find(joined).orElseThrow();
        AccountId account = member.account();
        if (account == null || member.listed()) {
            return Optional.empty();
        }
        var listed = listed(profile);
        if (listed.size() != 1 || !sure(member, listed.getFirst(), profile)) {
            return Optional.empty();
        }
        Citizen stays = listed.getFirst();
        String phoneMark = rows.phoneMark(joined);
        String personMark = rows.personMark(joined);
        var newer = rows.newerHome(joined, stays.id());
        rows.delete(joined);
        rows.giveAccount(stays.id(), account);
        rows.save(proofsOf(member, stays), phoneMark);
        if (personMark != null) {
            rows.givePerson(stays.id(), personMark);
        }
        formerIds.add(joined, stays.id());
        vault.destroy(joined.ref());
        profile.values().forEach((field, value) -> vault.put(stays.id().ref(), field, value));
        profile.marks().forEach((field, text) -> vault.mark(stays.id().ref(), field, text));
        ledger.record(actor, new CitizenRecords.Matched(stays.id(), joined));
        newer.ifPresent(home -> move(actor, stays.id(), home));
        return Optional.of(stays.id());
    }

    private void move(Actor actor, CitizenId id, Residence home) {
        rows.moveIn(id, home);
        rows.settle(id, home.district());
        ledger.record(
                actor,
                new CitizenRecords.Moved(id, home.district(), home.movedIn(), home.source()));
    }

    private List<Citizen> listed(Profile profile) {
        var found =
                vault.find(
                        Profile.NAME_BIRTH, Profile.nameAndBirth(profile.name(), profile.birth()));
        return rows.all(found.stream().map(CitizenId::valueOf).toList()).stream()
                .filter(each -> each.listed() && each.account() == null)
                .filter(each -> each.erasedAt() == null)
                .toList();
    }

    private boolean sure(Citizen member, Citizen listed, Profile profile) {
        return member.provenAt() != null
                || member.phoneAt() != null
                        && Objects.requireNonNull(profile.phone())
                                .digits()
                                .equals(vault.get(listed.id().ref(), Profile.PHONE).orElse(""));
    }

    private static Citizen proofsOf(Citizen member, Citizen stays) {
        return new Citizen(
                stays.id(),
                member.account(),
                stays.registeredAt(),
                true,
                stays.district(),
                member.emailAt(),
                member.phoneAt(),
                member.provenAt(),
                member.provenBy(),
                null,
                stays.version());
    }
}
