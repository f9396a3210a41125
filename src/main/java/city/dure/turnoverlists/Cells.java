package city.dure.turnoverlists;

import city.dure.eligibility.Turnover;
import city.dure.imports.ImportRow;
import city.dure.imports.RowNote;
import city.dure.merchants.MerchantId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the cells of a list of turnovers. */
final class Cells {
    /** Counted in other than single won; nobody sees afterwards that noughts are missing. */
    private static final Pattern UNITS = Pattern.compile(".*[십백천만억조].*|.*[0-9][kKmM]$");

    private static final Pattern NEGATIVE = Pattern.compile("[-−–△▲(].*[0-9].*");
    private static final Pattern WON =
            Pattern.compile("₩?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\\.0+)?원?");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(\\.0)?년?");

    private Cells() {}

    /** Why a row cannot be used, cell by cell; empty when it can. */
    static List<RowNote> refusals(ImportRow row, int thisYear) {
        return Stream.of(
                        wrongShop(row.get(Columns.SHOP))
                                .map(why -> RowNote.on(row, Columns.SHOP, why)),
                        wrongYear(row.get(Columns.YEAR), thisYear)
                                .map(why -> RowNote.on(row, Columns.YEAR, why)),
                        wrongWon(row.get(Columns.WON))
                                .map(why -> RowNote.on(row, Columns.WON, why, most())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The shop of a row that was not refused. */
    static MerchantId shop(ImportRow row) {
        return MerchantId.valueOf(plain(row.get(Columns.SHOP)));
    }

    /** The turnover of a row that was not refused. */
    static Turnover turnover(ImportRow row) {
        return new Turnover(
                Integer.parseInt(digits(plain(row.get(Columns.YEAR)))),
                Long.parseLong(digits(plain(row.get(Columns.WON)))));
    }

    /** Whether a heading says that its amounts are thousands or other units of won. */
    static boolean countsInUnits(String heading) {
        return Pattern.matches(
                ".*[천만억].*|.*thousand.*|.*million.*", heading.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> wrongShop(String cell) {
        if (cell.isEmpty()) {
            return Optional.of("turnoverlists.refused.shop.missing");
        }
        try {
            MerchantId.valueOf(plain(cell));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("turnoverlists.refused.shop.wrong");
        }
    }

    private static Optional<String> wrongYear(String cell, int thisYear) {
        if (cell.isEmpty()) {
            return Optional.of("turnoverlists.refused.year.missing");
        }
        if (!YEAR.matcher(plain(cell)).matches()) {
            return Optional.of("turnoverlists.refused.year.wrong");
        }
        int year = Integer.parseInt(digits(plain(cell)));
        if (year > Turnover.newest(thisYear)) {
            return Optional.of("turnoverlists.refused.year.future");
        }
        return year < Turnover.oldest(thisYear)
                ? Optional.of("turnoverlists.refused.year.old")
                : Optional.empty();
    }

    private static Optional<String> wrongWon(String cell) {
        String won = plain(cell);
        if (won.isEmpty()) {
            return Optional.of("turnoverlists.refused.won.missing");
        }
        if (UNITS.matcher(won).matches()) {
            return Optional.of("turnoverlists.refused.won.units");
        }
        if (NEGATIVE.matcher(won).matches()) {
            return Optional.of("turnoverlists.refused.won.negative");
        }
        if (!WON.matcher(won).matches()) {
            return Optional.of("turnoverlists.refused.won.wrong");
        }
        String digits = digits(won).replaceFirst("^0+(?=.)", "");
        boolean large =
                digits.length() > most().length() || Long.parseLong(digits) > Turnover.LARGEST;
        return large ? Optional.of("turnoverlists.refused.won.large") : Optional.empty();
    }

    private static String most() {
        return Long.toString(Turnover.LARGEST);
    }

    /** In plain digits and without blanks, however it was typed. */
    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String digits(String plain) {
        return plain.replaceFirst("\\.0+(?=\\D*$)", "").replaceAll("[^0-9]", "");
    }
}
