package city.dure.importpages;

import city.dure.imports.ImportColumn;
import city.dure.imports.ImportTarget;
import city.dure.imports.RowNote;
import city.dure.uploads.Fault;
import city.dure.web.Formats;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what the row report tells into words; templates call it {@code @rowNotes}. */
@Component("rowNotes")
class RowNotes {
    private final MessageSource messages;
    private final Formats formats;

    RowNotes(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** Why, or what was done. */
    public String reason(RowNote note) {
        return text(note.reasonKey(), arguments(note.args()));
    }

    /** What people call the column of a note. */
    public String column(ImportTarget target, RowNote note) {
        return target.columns().stream()
                .filter(column -> column.name().equals(note.column()))
                .findFirst()
                .map(column -> text(column.labelKey()))
                .orElseGet(() -> text("imports.row.whole"));
    }

    /** What people call these columns, one after the other. */
    public String columns(List<ImportColumn> columns) {
        return String.join(", ", columns.stream().map(column -> text(column.labelKey())).toList());
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The placeholders of a fault, its numbers with separators. */
    Object[] arguments(Fault fault) {
        return arguments(fault.args());
    }

    private Object[] arguments(List<String> args) {
        return args.stream().map(this::written).toArray();
    }

    private String written(String argument) {
        boolean digits = !argument.isEmpty() && argument.chars().allMatch(Character::isDigit);
        return digits && argument.length() < 18
                ? formats.number(Long.parseLong(argument))
                : argument;
    }
}
