package city.dure.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Classes statements by their text: which table they write to, or that they only read. Whatever is
 * not plainly one of these is refused.
 */
final class Classifier {
    private static final int CACHED_TEXTS = 4_000;
    private static final int CACHED_LENGTH = 20_000;

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    /** Settings of a session that touch no row and weaken nothing. */
    private static final List<List<String>> HARMLESS =
            List.of(
                    List.of("set", "transaction"),
                    List.of("set", "local", "lock_timeout"),
                    List.of("set", "local", "statement_timeout"),
                    List.of("set", "local", "synchronous_commit", "=", "on"),
                    List.of("set", "lock_timeout"),
                    List.of("set", "query_timeout"),
                    List.of("show"),
                    List.of("checkpoint"),
                    List.of("notify"),
                    List.of("listen"),
                    List.of("unlisten"));

    private final Tables tables;
    private final Map<String, ClassedStatement> known = new ConcurrentHashMap<>();

    Classifier(Tables tables) {
        this.tables = tables;
    }

    /**
     * The class of a statement; each text is read once.
     *
     * @throws Refused when it cannot be classed
     */
    ClassedStatement classify(String sql) throws Refused {
        ClassedStatement before = known.get(sql);
        if (before != null) {
            return before;
        }
        ClassedStatement found = read(sql);
        if (sql.length() <= CACHED_LENGTH) {
            if (known.size() >= CACHED_TEXTS) {
                known.clear();
            }
            known.put(sql, found);
        }
        return found;
    }

    private ClassedStatement read(String sql) throws Refused {
        List<SqlWord> words = oneStatement(sql);
        refuseHiddenChange(words, sql);
        return switch (firstWord(words)) {
            case "select", "values", "with" -> reading(words, sql);
            case "insert", "merge" -> writing(words, "into", sql);
            case "delete" -> writing(words, "from", sql);
            case "update" -> writingTo(words, 1, sql);
            case "call" -> throw Refused.statement("nobody can see what a procedure does", sql);
            default -> session(words, sql);
        };
    }

    private static List<SqlWord> oneStatement(String sql) throws Refused {
        List<SqlWord> words = SqlWord.read(sql);
        while (!words.isEmpty() && words.getLast().isSymbol(";")) {
            words.removeLast();
        }
        if (words.isEmpty() || words.stream().anyMatch(word -> word.isSymbol(";"))) {
            throw Refused.statement("one text holds exactly one statement", sql);
        }
        return words;
    }

    private static String firstWord(List<SqlWord> words) {
        return words.stream()
                .filter(word -> !word.isSymbol("("))
                .findFirst()
                .filter(word -> word.kind() == SqlWord.Kind.WORD)
                .map(SqlWord::text)
                .orElse("");
    }

    /**
     * A change inside another statement ({@code with … as (delete …)}, {@code from final table
     * (insert …)}) has a table that the beginning does not name.
     */
    private static void refuseHiddenChange(List<SqlWord> words, String sql) throws Refused {
        for (int i = 1; i < words.size(); i++) {
            SqlWord word = words.get(i);
            if (word.kind() == SqlWord.Kind.WORD
                    && CHANGES.contains(word.text())
                    && !belongsTo(words, i)) {
                throw Refused.statement("it changes a table in the middle of the text", sql);
            }
        }
    }

    /** Whether a word such as "update" belongs to FOR UPDATE, DO UPDATE or a branch of a merge. */
    private static boolean belongsTo(List<SqlWord> words, int i) {
        SqlWord before = words.get(i - 1);
        return switch (words.getFirst().text()) {
            case "insert" -> words.get(i).is("update") && (before.is("do") || before.is("for"));
            case "merge" -> before.is("then");
            default ->
                    words.get(i).is("update")
                            && (before.is("for")
                                    || before.is("key") && i > 1 && words.get(i - 2).is("no"));
        };
    }

    private static ClassedStatement reading(List<SqlWord> words, String sql) throws Refused {
        if (words.stream().anyMatch(word -> word.is("into"))) {
            throw Refused.statement("SELECT INTO makes a table", sql);
        }
        return ClassedStatement.READS;
    }

    private ClassedStatement writing(List<SqlWord> words, String preposition, String sql)
            throws Refused {
        if (words.size() < 3 || !words.get(1).is(preposition)) {
            throw Refused.statement(
                    "\"" + preposition + "\" and a table should be its next words", sql);
        }
        return writingTo(words, 2, sql);
    }

    private ClassedStatement writingTo(List<SqlWord> words, int start, String sql) throws Refused {
        int at = start < words.size() && words.get(start).is("only") ? start + 1 : start;
        String table = nameAt(words, at, sql);
        TableClass its =
                tables.classOf(table)
                        .orElseThrow(() ->
                                Refused.statement(
                                        table + " has no line in guard/tables.properties", sql));
        String first = words.getFirst().text();
        return new ClassedStatement(table, its, first.equals("insert") || first.equals("merge"));
    }

    /** The last part of a name that may be qualified by a schema. */
    private static String nameAt(List<SqlWord> words, int start, String sql) throws Refused {
        int at = start;
        while (at + 1 < words.size() && words.get(at + 1).isSymbol(".")) {
            at += 2;
        }
        if (at >= words.size() || !words.get(at).isName()) {
            throw Refused.statement("the table it changes has no plain name", sql);
        }
        return words.get(at).text();
    }

    private static ClassedStatement session(List<SqlWord> words, String sql) throws Refused {
        List<String> texts = words.stream().map(word -> word.is("to") ? "=" : word.text()).toList();
        for (List<String> start : HARMLESS) {
            if (texts.size() >= start.size() && texts.subList(0, start.size()).equals(start)) {
                return ClassedStatement.READS;
            }
        }
        throw Refused.statement(
                "only SELECT, INSERT, UPDATE, DELETE and MERGE of one table can be classed", sql);
    }
}
