package city.dure.audit;

import static java.util.Locale.ENGLISH;
import static java.util.Locale.KOREAN;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.SealedEntry;
import city.dure.shared.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class SentencesTests {
    static final String BAKERY = PublicId.write("m", UUID.randomUUID());
    static final String FLORIST = PublicId.write("m", UUID.randomUUID());
    static final String ERASED = PublicId.write("m", UUID.randomUUID());
    static final String PERSON = PublicId.write("u", UUID.randomUUID());

    final KnownNames shops = new KnownNames("m", Map.of(BAKERY, "행복빵집", FLORIST, "봄꽃"));
    final KnownNames people = new KnownNames("u", Map.of(PERSON, "박지훈"));
    final StaticMessageSource messages = new StaticMessageSource();
    final Sentences sentences =
            new Sentences(new Names(List.of(shops, people), List.of(), messages), messages);

    @BeforeEach
    void says() {
        messages.setUseCodeAsDefaultMessage(false);
        korean("ledger.merchant.approved.1", "{actor}이 ‘{merchant}’을 {category} 가맹점으로 승인했어요");
        korean("ledger.merchant.approved.title", "가맹점 승인");
        korean("ledger.application.refused.1", "{actor}가 {applicant}의 신청을 반려했어요");
        korean("ledger.application.refused.title", "가맹점 신청 반려");
        korean("ledger.import.finished.1", "{rows}건 중 {merchants}");
        korean("ledger.value.category.bakery", "제과점");
        korean("ledger.detail.merchant", "가맹점");
        korean("audit.actor.merchant-officer", "가맹점 담당자");
        korean("audit.gone", "지워진 기록");
        korean("audit.gone.m", "지워진 가게");
        korean("audit.gone.u", "지워진 사람");
        korean("audit.unnamed.u", "한 사람");
        korean("audit.none", "(없음)");
        korean("audit.more", "{0} 외 {1}개");
        messages.addMessage("ledger.merchant.approved.1", ENGLISH, "{actor} approved ‘{merchant}’");
        messages.addMessage("audit.actor.merchant-officer", ENGLISH, "the merchant officer");
    }

    @Test
    void nameRoleSubjectAndCode() {
        assertThat(told(approved(BAKERY), Reader.PUBLIC))
                .isEqualTo("가맹점 담당자가 ‘행복빵집’을 제과점 가맹점으로 승인했어요");
    }

    @Test
    void areToldInTheLanguageOfTheReader() {
        var told = sentences.tell(List.of(approved(BAKERY)), Reader.PUBLIC, ENGLISH);
        assertThat(told.getFirst().sentence()).isEqualTo("The merchant officer approved ‘행복빵집’");
    }

    @Test
    void sayThatANameWasErased() {
        assertThat(told(approved(ERASED), Reader.PUBLIC)).contains("‘지워진 가게’를");
    }

    @Test
    void askForNamesOnceAPage() {
        sentences.tell(
                List.of(approved(BAKERY), approved(FLORIST), approved(BAKERY)),
                Reader.PUBLIC,
                KOREAN);
        assertThat(shops.asked)
                .containsExactly(List.of(BAKERY, FLORIST).stream().sorted().toList());
        assertThat(people.asked).isEmpty();
    }

    @Test
    void keepAClosedEntryFromThePublic() {
        var told = sentences.tell(List.of(refused()), Reader.PUBLIC, KOREAN).getFirst();
        assertThat(told.sentence()).isEqualTo("가맹점 신청 반려");
        assertThat(told.opened()).isFalse();
        assertThat(sentences.details(refused(), Reader.PUBLIC, KOREAN)).isEmpty();
        assertThat(people.asked).isEmpty();
    }

    @Test
    void openItForThoseConcernedWithoutNames() {
        assertThat(told(refused(), Reader.CONCERNED)).isEqualTo("가맹점 담당자가 한 사람의 신청을 반려했어요");
        assertThat(people.asked).isEmpty();
    }

    @Test
    void openItForTheAuditorWithNames() {
        assertThat(told(refused(), Reader.AUDITOR)).isEqualTo("가맹점 담당자 박지훈이 박지훈의 신청을 반려했어요");
        assertThat(people.asked).hasSize(1);
    }

    @Test
    void groupNumbersAndShortenLists() {
        var entry =
                entry(
                        "import.finished",
                        true,
                        Map.of(
                                "rows",
                                "43000",
                                "merchants",
                                List.of(BAKERY, FLORIST, BAKERY, FLORIST)));
        assertThat(told(entry, Reader.PUBLIC)).isEqualTo("43,000건 중 행복빵집, 봄꽃, 행복빵집 외 1개");
    }

    @Test
    void sayWhenADetailIsMissing() {
        var entry = entry("import.finished", true, Map.of("rows", "7"));
        assertThat(told(entry, Reader.PUBLIC)).isEqualTo("7건 중 (없음)");
    }

    @Test
    void putOnlyLabelledDetailsInWords() {
        assertThat(sentences.details(approved(BAKERY), Reader.PUBLIC, KOREAN))
                .containsExactly(new Words.Detail("가맹점", "행복빵집", BAKERY));
    }

    private String told(SealedEntry entry, Reader reader) {
        return sentences.tell(List.of(entry), reader, KOREAN).getFirst().sentence();
    }

    private static SealedEntry approved(String merchant) {
        return entry("merchant.approved", true, Map.of("merchant", merchant, "category", "bakery"));
    }

    private static SealedEntry refused() {
        return entry("application.refused", false, Map.of("applicant", PERSON));
    }

    private static SealedEntry entry(String kind, boolean open, Map<String, Object> details) {
        return new SealedEntry(
                7,
                UUID.randomUUID(),
                kind,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                open,
                "merchant-officer",
                PERSON,
                details,
                new byte[0]);
    }

    private void korean(String code, String text) {
        messages.addMessage(code, KOREAN, text);
    }

    /** Names that are known beforehand, and how they were asked for. */
    static final class KnownNames implements SubjectNames {
        final List<List<String>> asked = new ArrayList<>();
        private final String prefix;
        private final Map<String, String> names;

        KnownNames(String prefix, Map<String, String> names) {
            this.prefix = prefix;
            this.names = names;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public Map<String, String> names(Collection<String> refs) {
            asked.add(refs.stream().sorted().toList());
            var found = new HashMap<>(names);
            found.keySet().retainAll(refs);
            return found;
        }
    }
}
