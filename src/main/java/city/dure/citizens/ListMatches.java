package city.dure.citizens;

import static java.util.stream.Collectors.toMap;

import city.dure.citizens.Finding.Fate;
import city.dure.citizens.Residents.Listing;
import city.dure.personal.Phone;
import city.dure.vault.Vault;
import java.time.LocalDate;
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
            Map<String, String> phones,
            Map<CitizenId, LocalDate> movedIn) {
        @Nullable String phone(Citizen citizen) {
            return phones.get(citizen.id().ref());
        }
    }

    /** What becomes of each, in their order; four statements. */
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
        return new Known(byText, vault.gets(refs, Profile.PHONE), movedIn(citizens.values()));
    }

    private Map<CitizenId, LocalDate> movedIn(Collection<Citizen> citizens) {
        var days = new HashMap<CitizenId, LocalDate>();
        if (!citizens.isEmpty()) {
            jdbc.sql(
                            "select citizen_id, moved_in from citizen_residence"
                                    + " where citizen_id in (:ids) and moved_out is null")
                    .param("ids", citizens.stream().map(each -> each.id().value()).toList())
                    .query(row -> {
                        var id = new CitizenId(row.getObject("citizen_id", UUID.class));
                        days.put(id, row.getObject("moved_in", LocalDate.class));
                    });
        }
        return days;
    }

    private static Finding of(Listing one, Known known) {
        String phone = phone(one);
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
        LocalDate since = known.movedIn().get(citizen.id());
        boolean later = since != null && since.isAfter(one.person().since());
        return new Finding(Fate.KNOWN, citizen, elsewhere && !later, elsewhere && later);
    }

    private static boolean sure(Citizen member, @Nullable String phone, Known known) {
        boolean samePhone = phone != null && phone.equals(known.phone(member));
        return member.provenAt() != null || member.phoneAt() != null && samePhone;
    }

    private static String text(Listing one) {
        Profile profile = one.person().profile();
        return Profile.nameAndBirth(profile.name(), profile.birth());
    }

    private static @Nullable String phone(Listing one) {
        Phone phone = one.person().profile().phone();
        return phone == null ? null : phone.digits();
    }
}
