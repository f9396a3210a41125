package city.dure.citizens;

import static java.util.stream.Collectors.toMap;

import city.dure.citizens.Finding.Fate;
import city.dure.citizens.Residents.Listing;
import city.dure.personal.Phone;
import city.dure.vault.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares people on a list of residents with the register, many at a time. A member counts only
 * with their identity or this very phone proven: else whoever joins under the name of somebody else
 * would be given what the city grants that one.
 */
@Component
class ListMatches {
    private final CitizenRows rows;
    private final Vault vault;
    private final JdbcClient jdbc;

    ListMatches(CitizenRows rows, Vault vault, JdbcClient jdbc) {
        this.rows = rows;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** What is known of those who have the names and birth dates of a list. */
    private record Known(
            Map<String, List<Citizen>> citizens,
            Map<CitizenId, Profile> profiles,
            Map<CitizenId, Residence> homes) {
        @Nullable String phone(Citizen citizen) {
            return ListMatches.phone(profile(citizen));
        }

        Profile profile(Citizen citizen) {
            return Objects.requireNonNull(profiles.get(citizen.id()));
        }
    }

    /** What becomes of each, in their order; five statements. */
    List<Finding> of(List<Listing> people) {
        Known known = known(people);
        return people.stream().map(one -> of(one, known)).toList();
    }

    private Known known(List<Listing> people) {
        var texts = people.stream().map(ListMatches::text).distinct().toList();
        var found = vault.find(Profile.NAME_BIRTH, texts);
        var refs = found.values().stream().flatMap(List::stream).distinct().toList();
        var citizens =
                rows.all(refs.stream().map(CitizenId::valueOf).toList()).stream()
                        .filter(each -> each.erasedAt() == null)
                        .collect(toMap(each -> each.id().ref(), Function.identity()));
        var byText = new HashMap<String, List<Citizen>>();
        found.forEach((text, ids) ->
                byText.put(
                        text, ids.stream().map(citizens::get).filter(Objects::nonNull).toList()));
        return new Known(byText, profiles(citizens.keySet()), homes(citizens.values()));
    }

    private Map<CitizenId, Profile> profiles(Collection<String> refs) {
        return vault.all(refs).entrySet().stream()
                .collect(
                        toMap(
                                each -> CitizenId.valueOf(each.getKey()),
                                each -> Profile.of(each.getValue())));
    }

    private Map<CitizenId, Residence> homes(Collection<Citizen> citizens) {
        var homes = new HashMap<CitizenId, Residence>();
        if (!citizens.isEmpty()) {
            jdbc.sql(
                            "select * from citizen_residence"
                                    + " where citizen_id in (:ids) and moved_out is null")
                    .param("ids", citizens.stream().map(each -> each.id().value()).toList())
                    .query(row -> {
                        var id = new CitizenId(row.getObject("citizen_id", UUID.class));
                        homes.put(id, CitizenRows.residence(row, 0));
                    });
        }
        return homes;
    }

    private static Finding of(Listing one, Known known) {
        String phone = phone(one.person().profile());
        var possible =
                known.citizens().getOrDefault(text(one), List.of()).stream()
                        .filter(each -> each.listed() || sure(each, phone, known))
                        .toList();
        var samePhone =
                possible.stream()
                        .filter(each -> phone != null && phone.equals(known.phone(each)))
                        .toList();
        if (!samePhone.isEmpty()) {
            return onlyOne(samePhone, one, known);
        }
        if (one.namesake()) {
            boolean open = possible.stream().anyMatch(each -> known.phone(each) == null);
            return Finding.of(phone == null || open ? Fate.SEVERAL : Fate.NEW);
        }
        boolean other = phone != null && possible.size() == 1;
        return other && known.phone(possible.getFirst()) != null
                ? Finding.of(Fate.OTHER_PHONE)
                : onlyOne(possible, one, known);
    }

    private static Finding onlyOne(List<Citizen> possible, Listing one, Known known) {
        if (possible.size() != 1) {
            return Finding.of(possible.isEmpty() ? Fate.NEW : Fate.SEVERAL);
        }
        Citizen citizen = possible.getFirst();
        boolean elsewhere = !citizen.district().equals(one.person().district());
        boolean stays = stays(known.homes().get(citizen.id()), one);
        Profile kept = known.profile(citizen);
        List<String> renewed =
                citizen.account() == null
                        ? kept.differing(kept.renewed(one.person().profile()))
                        : List.of();
        return new Finding(Fate.KNOWN, citizen, elsewhere && !stays, elsewhere && stays, renewed);
    }

    /**
     * A list that names no day says nothing against what somebody told of their home, and nothing
     * against one that does.
     */
    private static boolean stays(@Nullable Residence home, Listing one) {
        if (home == null) {
            return false;
        }
        return one.dated()
                ? home.dated() && home.movedIn().isAfter(one.person().since())
                : !home.source().equals(Residents.SOURCE);
    }

    private static boolean sure(Citizen member, @Nullable String phone, Known known) {
        boolean samePhone = phone != null && phone.equals(known.phone(member));
        return member.provenAt() != null || member.phoneAt() != null && samePhone;
    }

    private static String text(Listing one) {
        Profile profile = one.person().profile();
        return Profile.nameAndBirth(profile.name(), profile.birth());
    }

    private static @Nullable String phone(Profile profile) {
        Phone phone = profile.phone();
        return phone == null ? null : phone.digits();
    }
}
