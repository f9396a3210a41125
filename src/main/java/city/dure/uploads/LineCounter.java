package city.dure.uploads;

/** Counts lines that end in LF, CR LF or CR. */
final class LineCounter {
    private long ends;
    private char last = '\n';

    void accept(char c) {
        if (c == '\r' || c == '\n' && last != '\r') {
            ends++;
        }
        last = c;
    }

    /** The line on which the next character stands. */
    long line() {
        return ends + 1;
    }

    /** How many lines there are, if nothing follows. */
    long total() {
        return last == '\n' || last == '\r' ? ends : ends + 1;
    }

    static long endsIn(CharSequence text) {
        var counter = new LineCounter();
        counter.last = 0;
        text.chars().forEach(c -> counter.accept((char) c));
        return counter.ends;
    }
}
