package city.dure.shared;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Chooses the Korean particle that fits the word put in before it: 담당자가, 시민이. After letters of
 * other scripts the particle stays as it was written.
 */
public final class Particles {
    private static final Pattern PARTICLE =
            Pattern.compile("^([’”'\"]?)(이|가|은|는|을|를|과|와|으로|로)(?=[\\s,.]|$)");
    private static final Map<String, String> AFTER_CONSONANT =
            Map.of("가", "이", "는", "은", "를", "을", "와", "과", "로", "으로");
    private static final Map<String, String> AFTER_VOWEL =
            Map.of("이", "가", "은", "는", "을", "를", "과", "와", "으로", "로");
    // Final sounds of 영 일 이 삼 사 오 육 칠 팔 구, as index into the 28 finals of a syllable.
    private static final int[] DIGITS = {21, 8, 0, 16, 0, 0, 1, 8, 8, 0};
    private static final int RIEUL = 8;

    private Particles() {}

    /** The rest of a sentence with its leading particle, if any, made to fit the word before. */
    public static String fit(String word, String rest) {
        var found = PARTICLE.matcher(rest);
        int end = finalOf(word);
        if (end < 0 || !found.find()) {
            return rest;
        }
        String fitting = fitting(found.group(2), end);
        return found.group(1) + fitting + rest.substring(found.end());
    }

    private static String fitting(String particle, int end) {
        boolean consonant = end > 0;
        if (particle.endsWith("로") && end == RIEUL) {
            consonant = false; // 서울로, not 서울으로
        }
        return (consonant ? AFTER_CONSONANT : AFTER_VOWEL).getOrDefault(particle, particle);
    }

    /** The final sound: 0 for none, -1 when the word does not end in Hangul or a digit. */
    private static int finalOf(String word) {
        char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
        if (last >= '가' && last <= '힣') {
            return (last - '가') % 28;
        }
        return last >= '0' && last <= '9' ? DIGITS[last - '0'] : -1;
    }
}
