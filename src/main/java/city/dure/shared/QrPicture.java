package city.dure.shared;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the outline of one SVG path, a unit a module.
 *
 * @param side the modules of a side, with the quiet zone of four modules around it
 * @param path the dark modules
 */
public record QrPicture(int side, String path) {
    private static final int QUIET = 4;

    /** The code of a text, readable with up to a quarter of it covered. */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
