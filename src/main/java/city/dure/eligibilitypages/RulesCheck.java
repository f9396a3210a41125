package city.dure.eligibilitypages;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.shared.MoneyKind;
import city.dure.web.Formats;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Says at each field of the rules what is wrong with it. */
@Component
class RulesCheck {
    private static final List<String> KINDS =
            Arrays.stream(MoneyKind.values()).map(MoneyKind::code).toList();

    private final City city;
    private final Eligibility eligibility;
    private final Clock clock;

    RulesCheck(City city, Eligibility eligibility, Clock clock) {
        this.city = city;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** What there is that rules may name. */
    private record Known(Set<String> categories, Set<String> districts, Set<String> networks) {}

    /** A form that lacks a kind would say that it has no limit. */
    void refuse(RulesForm form, Errors errors) {
        if (!form.conditions().stream().map(KindForm::kind).toList().equals(KINDS)) {
            errors.reject("eligibility.kinds.missing");
            return;
        }
        refuseDays(form, errors);
        var known = known();
        for (int i = 0; i < KINDS.size(); i++) {
            refuse(form.conditions().get(i), "kinds[" + i + "].", known, errors);
        }
    }

    private void refuseDays(RulesForm form, Errors errors) {
        var noticed = form.noticedOn().orElse(null);
        var from = form.from().orElse(null);
        if (noticed == null) {
            errors.rejectValue("noticed", "eligibility.noticed.wrong");
        }
        if (from == null) {
            errors.rejectValue("day", "eligibility.from.wrong");
        } else if (!from.isAfter(clock.instant())) {
            errors.rejectValue("day", "eligibility.from.past");
        } else if (noticed != null && noticed.isAfter(from.atZone(Formats.ZONE).toLocalDate())) {
            errors.rejectValue("noticed", "eligibility.noticed.late");
        }
    }

    private static void refuse(KindForm kind, String field, Known known, Errors errors) {
        if (!kind.ceilingReads()) {
            errors.rejectValue(field + "ceiling", "eligibility.ceiling.wrong");
        }
        kind.unreadable(known.categories())
                .ifPresent(line ->
                        errors.rejectValue(
                                field + "ceilings",
                                "eligibility.ceilings.wrong",
                                new Object[] {line},
                                null));
        kind.repeated()
                .ifPresent(code ->
                        errors.rejectValue(
                                field + "ceilings",
                                "eligibility.ceilings.twice",
                                new Object[] {code},
                                null));
        if (!known.districts().containsAll(kind.rule().districts())) {
            errors.rejectValue(field + "districts", "eligibility.districts.gone");
        }
        if (!known.networks().containsAll(kind.rule().networks())) {
            errors.rejectValue(field + "networks", "eligibility.networks.gone");
        }
    }

    private Known known() {
        return new Known(
                city.categories().stream().map(Category::code).collect(Collectors.toSet()),
                city.districts().stream().map(District::code).collect(Collectors.toSet()),
                eligibility.networks().stream().map(Network::code).collect(Collectors.toSet()));
    }
}
