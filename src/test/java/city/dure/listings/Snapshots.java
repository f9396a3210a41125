package city.dure.listings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Two snapshots of one list, a week apart, made from a seed: what the newer one added, changed and
 * dropped is known, so that a comparison can be checked to the last key.
 */
final class Snapshots {
    private static final String HEADER = "사업장명,도로명주소,업종,전화번호,영업상태명\n";

    final TreeSet<String> added = new TreeSet<>();
    final TreeSet<String> changed = new TreeSet<>();
    final TreeSet<String> gone = new TreeSet<>();
    final TreeSet<String> same = new TreeSet<>();
    final String older;
    final String newer;

    /**
     * @param tag stands in every name and address, so that no other test lists the same
     * @param rows how many businesses the older one has
     */
    Snapshots(long seed, String tag, int rows) {
        var random = new Random(seed);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String name = "견줌 %s %d호".formatted(tag, i);
            String phone = "000-%04d".formatted(random.nextInt(10_000));
            before.add(row(name, i, phone));
            switch (random.nextInt(10)) {
                case 0 -> gone.add(name);
                case 1, 2 -> {
                    changed.add(name);
                    after.add(row(name, i, "111-%04d".formatted(random.nextInt(10_000))));
                }
                default -> {
                    same.add(name);
                    after.add(row(name, i, phone));
                }
            }
            if (random.nextInt(12) == 0) {
                String fresh = "견줌 %s 새 %d호".formatted(tag, i);
                added.add(fresh);
                after.add(row(fresh, rows + i, phone));
            }
        }
        java.util.Collections.shuffle(after, random);
        older = HEADER + String.join("", before);
        newer = HEADER + String.join("", after);
    }

    private static String row(String name, int house, String phone) {
        return "%s,한들시 견줌로 %d,제과점영업,%s,영업%n".formatted(name, house, phone);
    }
}
