package city.dure.papers;

/** A file that was checked and cleaned: it opens, and holds nothing but what is seen. */
public record Paper(PaperKind kind, byte[] bytes) {}
