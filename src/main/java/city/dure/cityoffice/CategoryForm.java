package city.dure.cityoffice;

import city.dure.city.Category;
import city.dure.shared.MoneyKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A category as typed.
 *
 * @param operation makes it count once
 * @param version the version that was shown; 0 for a new one
 * @param code only of a new one; stable afterwards
 * @param accepted codes of the kinds of money that its shops may accept
 * @param listNames what open lists call it, one a line
 */
record CategoryForm(
        UUID operation,
        int version,
        @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "{cityoffice.category.code.wrong}")
                @Nullable String code,
        @NotBlank(message = "{cityoffice.category.name.missing}")
                @Size(max = 40, message = "{cityoffice.name.long}")
                @Nullable String name,
        @NotBlank(message = "{cityoffice.category.nameEn.missing}")
                @Size(max = 80, message = "{cityoffice.nameEn.long}")
                @Nullable String nameEn,
        @Nullable List<String> accepted,
        @Nullable String listNames) {
    private static final int LONGEST_NAMES = 2_000;

    static CategoryForm blank() {
        return new CategoryForm(UUID.randomUUID(), 0, "", "", "", codes(MoneyKind.values()), "");
    }

    static CategoryForm of(Category category) {
        return new CategoryForm(
                UUID.randomUUID(),
                category.version(),
                category.code(),
                category.name(),
                category.nameEn(),
                codes(
                        Arrays.stream(MoneyKind.values())
                                .filter(category::accepts)
                                .toArray(MoneyKind[]::new)),
                String.join("\n", category.listNames()));
    }

    /** The same as typed, on the version that holds now. */
    CategoryForm at(int present) {
        return new CategoryForm(operation, present, code, name, nameEn, accepted, listNames);
    }

    /** What lists call it, each once; names with a comma are two names. */
    List<String> namesOfLists() {
        return Arrays.stream(Objects.requireNonNullElse(listNames, "").split("[,\\r\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    boolean tooManyNames() {
        return String.join(",", namesOfLists()).length() > LONGEST_NAMES;
    }

    Category category(String stableCode) {
        var may = Objects.requireNonNullElse(accepted, List.<String>of());
        Set<MoneyKind> excluded =
                Arrays.stream(MoneyKind.values())
                        .filter(kind -> !may.contains(kind.code()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Category(
                stableCode,
                version,
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(nameEn).strip(),
                excluded,
                namesOfLists());
    }

    private static List<String> codes(MoneyKind... kinds) {
        return Arrays.stream(kinds).map(MoneyKind::code).toList();
    }
}
