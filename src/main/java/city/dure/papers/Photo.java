package city.dure.papers;

import java.awt.image.BufferedImage;

/**
 * A clean picture for pages, no side longer than {@value #LONGEST_SIDE} pixels.
 *
 * @param jpeg the file
 */
public record Photo(int width, int height, byte[] jpeg) {
    /** Sharp on any phone, and on a desk at half its width. */
    static final int LONGEST_SIDE = 1_600;

    /** Below this nothing can be seen. */
    private static final int SHORTEST_SIDE = 200;

    static Photo of(BufferedImage picture) {
        if (Math.min(picture.getWidth(), picture.getHeight()) < SHORTEST_SIDE) {
            throw new PaperRefused(PaperRefused.Reason.TOO_SMALL);
        }
        BufferedImage small = Pictures.within(LONGEST_SIDE, picture);
        return new Photo(small.getWidth(), small.getHeight(), Pictures.encode(small));
    }
}
