package city.dure.papers;

/** What a cleaned paper is; pictures of any accepted kind become JPEG. */
public enum PaperKind {
    JPEG("image/jpeg", "jpg"),
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final String extension;

    PaperKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type to serve it as. */
    public String mediaType() {
        return mediaType;
    }

    /** The file extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether it is a picture that a page can show. */
    public boolean picture() {
        return this == JPEG;
    }
}
