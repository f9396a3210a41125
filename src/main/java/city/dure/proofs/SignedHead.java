package city.dure.proofs;

import city.dure.proofs.Flawed.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A checkpoint as it was handed out: so many entries have this root, and who says so (C2SP
 * tlog-checkpoint in a signed-note). Nothing of it is checked before {@link #requireSignedBy}.
 *
 * @param origin the log's name
 * @param size how many entries
 * @param root the root over them
 * @param text the bytes that are signed
 * @param signatures in their order
 */
public record SignedHead(
        String origin, long size, byte[] root, String text, List<Signed> signatures) {
    private static final int LONGEST = 100_000;
    private static final int MOST_SIGNATURES = 100;
    private static final int ID_BYTES = 4;
    private static final int BODY = 3;
    private static final String DASH = "— ";

    /** One signature: who, under which key, and what. */
    public record Signed(String name, byte[] id, byte[] signature) {}

    /**
     * Reads a checkpoint.
     *
     * @throws Flawed when it is none
     */
    public static SignedHead parse(String note) {
        return parse(Lines.of(note, LONGEST).all(), 0);
    }

    /** Reads a checkpoint from a file; otherwise as {@link #parse(String)}. */
    public static SignedHead parse(byte[] note) {
        return parse(Lines.text(note, LONGEST));
    }

    static SignedHead parse(List<String> lines, int above) {
        int blank = lines.lastIndexOf("");
        if (blank < BODY || blank == lines.size() - 1) {
            throw new Flawed(Part.CHECKPOINT, above + Math.max(1, lines.size()));
        }
        var body = lines.subList(0, blank);
        if (body.contains("")) {
            throw new Flawed(Part.DOUBLED, above + body.indexOf("") + 1);
        }
        if (!KeyLine.isName(body.get(0))) {
            throw new Flawed(Part.ORIGIN, above + 1);
        }
        return new SignedHead(
                body.get(0),
                Lines.number(body.get(1), Part.SIZE, above + 2),
                Lines.hash(body.get(2), Part.ROOT, above + BODY),
                String.join("\n", body) + "\n",
                signatures(lines.subList(blank + 1, lines.size()), above + blank + 1));
    }

    /**
     * Passes when the holder of a key signed this.
     *
     * @throws Flawed when nobody did under this name and key, or the signature is not of this text
     */
    public void requireSignedBy(KeyLine key) {
        if (!origin.equals(key.name())) {
            throw new Flawed(Part.ORIGIN, 1); // a key vouches for the log of its name alone
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var known = signatures.stream().filter(each -> key.isNamed(each.name, each.id)).toList();
        if (known.isEmpty()) {
            throw new Flawed(Part.UNSIGNED);
        }
        if (!known.stream().allMatch(each -> key.signed(bytes, each.signature))) {
            throw new Flawed(Part.SIGNATURE);
        }
    }

    private static List<Signed> signatures(List<String> lines, int above) {
        if (lines.size() > MOST_SIGNATURES) {
            throw new Flawed(Part.LENGTH);
        }
        var signatures = new ArrayList<Signed>();
        for (String line : lines) {
            signatures.add(signature(line, above + signatures.size() + 1));
        }
        return List.copyOf(signatures);
    }

    private static Signed signature(String line, int number) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new Flawed(Part.SIGNATURE_LINE, number);
        }
        String name = line.substring(DASH.length(), space);
        byte[] bytes = Lines.bytes(line.substring(space + 1), Part.SIGNATURE_LINE, number);
        if (!KeyLine.isName(name) || bytes.length <= ID_BYTES) {
            throw new Flawed(Part.SIGNATURE_LINE, number);
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        return new Signed(name, id, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }
}
