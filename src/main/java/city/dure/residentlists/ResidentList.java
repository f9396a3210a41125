package city.dure.residentlists;

import city.dure.citizens.Citizens;
import city.dure.citizens.Finding;
import city.dure.citizens.Finding.Fate;
import city.dure.citizens.Residents;
import city.dure.citizens.Residents.Listing;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.imports.ImportColumn;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportRun;
import city.dure.imports.ImportTarget;
import city.dure.imports.RowCheck;
import city.dure.imports.RowNote;
import city.dure.imports.RowOutcome;
import city.dure.imports.RowOutcome.Kind;
import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The residents of the city as a target of uploads. Somebody is known again by name, birth date and
 * phone, or by name and birth date where only one has them and nothing speaks against it.
 */
@Component
class ResidentList implements ImportTarget {
    /** What stands in rows, not over them: a file without headings begins with a person. */
    private static final Pattern VALUE = Pattern.compile(".*[0-9]{4}.*");

    private final Residents residents;
    private final Citizens citizens;
    private final City city;

    ResidentList(Residents residents, Citizens citizens, City city) {
        this.residents = residents;
        this.citizens = citizens;
        this.city = city;
    }

    @Override
    public String name() {
        return "residents";
    }

    @Override
    public String labelKey() {
        return "residentlists.target";
    }

    @Override
    public String permission() {
        return "imports.residents";
    }

    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public boolean personal() {
        return true;
    }

    /** Who has the file knows the line; who has not needs a reason to see a person. */
    @Override
    public String shown(String column, String cell) {
        return column.equals(Columns.DISTRICT) || column.equals(Columns.SINCE) ? cell : "";
    }

    @Override
    public List<ImportColumn> columns() {
        return Columns.ALL;
    }

    @Override
    public String sameKey() {
        return "residentlists.same";
    }

    @Override
    public Optional<String> limitKey() {
        return Optional.of("residentlists.limit");
    }

    @Override
    public Optional<String> forbidden(List<String> header, List<List<String>> samples) {
        if (header.stream().anyMatch(ResidentNumbers::heads)
                || ResidentNumbers.areIn(List.of(header))
                || ResidentNumbers.areIn(samples)) {
            return Optional.of("residentlists.forbidden.number");
        }
        return header.stream().anyMatch(heading -> VALUE.matcher(heading).matches())
                ? Optional.of("residentlists.forbidden.header")
                : Optional.empty();
    }

    @Override
    public Optional<String> misfit(String column, String heading) {
        return ResidentNumbers.heads(heading)
                ? Optional.of("residentlists.forbidden.number")
                : Optional.empty();
    }

    @Override
    public RowCheck check(ImportRun run, ImportRow row) {
        var refusals = Cells.refusals(row, citizens.today());
        return refusals.isEmpty()
                ? RowCheck.sound(Cells.key(row)).sharing(Cells.namesake(row), Cells.apart(row))
                : RowCheck.refused(refusals);
    }

    @Override
    public List<RowOutcome> preview(ImportRun run, List<ImportRow> rows) {
        return outcomes(rows, residents::compare);
    }

    @Override
    public List<RowOutcome> apply(Actor actor, ImportRun run, List<ImportRow> rows) {
        return outcomes(rows, people -> residents.take(actor, people));
    }

    @Override
    public String publicKey() {
        return "residentlists.public";
    }

    @Override
    public String resultKey() {
        return "residentlists.result";
    }

    @Override
    public String resultHref() {
        return "/office/citizens?listed=true";
    }

    /** Rows of unknown districts are refused; the others go on together. */
    private List<RowOutcome> outcomes(
            List<ImportRow> rows, Function<List<Listing>, List<Finding>> asked) {
        var districts = districts();
        var people = new ArrayList<Listing>();
        for (ImportRow row : rows) {
            District district = districts.get(spelled(row));
            if (district != null) {
                people.add(Cells.listing(row, district.code(), citizens.today()));
            }
        }
        Iterator<Finding> findings = asked.apply(people).iterator();
        return rows.stream()
                .map(row -> outcome(row, districts.get(spelled(row)), findings))
                .toList();
    }

    private RowOutcome outcome(
            ImportRow row, @Nullable District district, Iterator<Finding> findings) {
        if (district == null) {
            return refused(row, Columns.DISTRICT, "district.unknown");
        }
        Finding finding = findings.next();
        return switch (finding.fate()) {
            case SEVERAL -> refused(row, Columns.NAME, "several");
            case OTHER_PHONE -> refused(row, Columns.PHONE, "phone.other");
            case NEW, KNOWN -> taken(row, district, finding);
        };
    }

    private RowOutcome taken(ImportRow row, District district, Finding finding) {
        var notes = new ArrayList<>(Cells.leftOut(row));
        if (finding.fate() == Fate.NEW) {
            return new RowOutcome(Kind.NEW, notes);
        }
        if (finding.isMember()) {
            notes.add(new RowNote("", "", "residentlists.note.member", List.of()));
        }
        if (finding.stays()) {
            String why = row.get(Columns.SINCE).isEmpty() ? "undated" : "later";
            notes.add(RowNote.on(row, Columns.SINCE, "residentlists.note." + why));
        }
        finding.renewed().stream()
                .map(column -> RowNote.on(row, column, "residentlists.note.renewed"))
                .forEach(notes::add);
        if (finding.moves() && finding.citizen() != null) {
            String code = finding.citizen().district();
            String before = city.district(code).map(District::name).orElse(code);
            notes.add(RowNote.change(Columns.DISTRICT, before, district.name()));
        }
        return new RowOutcome(finding.changes() ? Kind.CHANGED : Kind.UNCHANGED, notes);
    }

    private static RowOutcome refused(ImportRow row, String column, String why) {
        return RowOutcome.refused(List.of(RowNote.on(row, column, "residentlists.refused." + why)));
    }

    /** The districts by whatever a list may call them. */
    private Map<String, District> districts() {
        var found = new HashMap<String, District>();
        for (District district : city.districts()) {
            found.put(Spelling.of(district.code()), district);
            found.put(Spelling.of(district.name()), district);
            found.put(Spelling.of(district.nameEn()), district);
            if (district.ministryCode() != null) {
                found.put(district.ministryCode(), district);
            }
        }
        return found;
    }

    private static String spelled(ImportRow row) {
        return Spelling.of(row.get(Columns.DISTRICT));
    }
}
