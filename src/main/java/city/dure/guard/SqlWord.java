package city.dure.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of an SQL text: an unquoted word in lower case, a quoted name as written, a literal, or
 * one symbol.
 *
 * <p>Only what H2 and PostgreSQL read alike is read at all. What one of them could take for
 * something else (dollar quotes, {@code E''} and {@code U&} strings, nested comments) is refused,
 * so that nothing hides in the difference.
 */
record SqlWord(Kind kind, String text) {
    enum Kind {
        WORD,
        QUOTED,
        LITERAL,
        SYMBOL
    }

    /**
     * The pieces of a text, comments left out.
     *
     * @throws Refused when the text cannot be read with certainty
     */
    static List<SqlWord> read(String sql) throws Refused {
        return new Reader(sql).read();
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    private static final class Reader {
        private static final String SYMBOLS = "(),;.=<>+-*/%?:|&!^~[]{}@#";

        private final String sql;
        private final List<SqlWord> words = new ArrayList<>();
        private int at;

        Reader(String sql) {
            this.sql = sql;
        }

        List<SqlWord> read() throws Refused {
            while (at < sql.length()) {
                readNext();
            }
            return words;
        }

        private void readNext() throws Refused {
            char c = sql.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at++;
            } else if (sql.startsWith("--", at)) {
                skipLine();
            } else if (sql.startsWith("/*", at)) {
                skipComment();
            } else if (c == '\'') {
                add(Kind.LITERAL, quoted('\''));
            } else if (c == '"') {
                add(Kind.QUOTED, quoted('"'));
            } else if (isWordPart(c)) {
                readWord();
            } else if (SYMBOLS.indexOf(c) >= 0 && !sql.startsWith("//", at)) {
                add(Kind.SYMBOL, String.valueOf(c));
                at++;
            } else {
                throw unreadable("'" + c + "' may be read in two ways here");
            }
        }

        private void skipLine() {
            while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
                at++;
            }
        }

        private void skipComment() throws Refused {
            int end = sql.indexOf("*/", at + 2);
            int nested = sql.indexOf("/*", at + 2);
            if (end < 0 || nested >= 0 && nested < end) {
                throw unreadable("a comment is not closed, or stands in another");
            }
            at = end + 2;
        }

        /** Reads up to the closing quote; a doubled quote stands for itself. */
        private String quoted(char quote) throws Refused {
            var text = new StringBuilder();
            for (int i = at + 1; i < sql.length(); i++) {
                if (sql.charAt(i) != quote) {
                    text.append(sql.charAt(i));
                } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    text.append(quote);
                    i++;
                } else {
                    at = i + 1;
                    return text.toString();
                }
            }
            throw unreadable("a quotation mark is not closed");
        }

        private void readWord() throws Refused {
            int start = at;
            while (at < sql.length() && isWordPart(sql.charAt(at))) {
                at++;
            }
            String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
            if (word.equals("e") && sql.startsWith("'", at)
                    || word.equals("u") && sql.startsWith("&", at)) {
                throw unreadable(
                        "strings and names with escapes are read differently by databases");
            }
            add(Kind.WORD, word);
        }

        private static boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }

        private void add(Kind kind, String text) {
            words.add(new SqlWord(kind, text));
        }

        private Refused unreadable(String why) {
            return Refused.statement(why, sql);
        }
    }
}
