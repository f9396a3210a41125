package city.dure.papers;

/**
 * A clean picture to stand on every page.
 *
 * @param kind {@code svg} or {@code png}
 * @param removed how many parts of the file were left out because a picture needs none of them
 */
public record Emblem(String kind, byte[] bytes, int removed) {
    /** The content type to serve it with. */
    public String contentType() {
        return kind.equals("svg") ? "image/svg+xml" : "image/png";
    }
}
