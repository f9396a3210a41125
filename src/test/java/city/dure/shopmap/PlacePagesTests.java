package city.dure.shopmap;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestForm;
import city.dure.districts.GroundTest;
import city.dure.districts.TestOutlines;
import city.dure.merchants.MerchantSummary;
import city.dure.shared.Spot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which places are to be mended, and how one is. */
@GroundTest
class PlacePagesTests extends MapShops {
    @Test
    void listWhatIsToBeMendedWithItsReason() throws IOException {
        list(
                shop(mark + "밖", new Spot(37.95, 126.85)),
                shop(mark + "없음", null),
                shop(mark + "주소만", null, "지어낸시 나루동 1"),
                shop(mark + "안", new Spot(37.65, 126.85)));
        String all =
                TestOutlines.page(mvc, "/office/merchants/places?q=" + mark, "officer.merchants");
        assertThat(all)
                .contains(mark + "밖", mark + "없음", mark + "주소만", "3곳")
                .doesNotContain(mark + "안<", "??");
        assertThat(
                        TestOutlines.page(
                                mvc,
                                "/office/merchants/places?reason=outside&q=" + mark,
                                "auditor"))
                .contains(mark + "밖")
                .doesNotContain(mark + "없음", "/place\"");
        var file =
                mvc.get()
                        .uri("/office/merchants/places.csv?reason=nowhere&q=" + mark)
                        .with(as("admin"));
        assertThat(file).hasStatusOk().bodyText().contains(mark + "없음").doesNotContain(mark + "밖");
        assertThat(mvc.get().uri("/office/merchants/places").with(as("citizen.kim")))
                .hasStatus(403);
    }

    @Test
    void moveABusinessOnceWithOneEntry() throws IOException {
        var shop = listed(shop(mark, new Spot(37.95, 126.85)));
        String path = "/office/merchants/" + shop.ref() + "/place";
        assertThat(TestOutlines.page(mvc, path, "officer.merchants"))
                .contains("37.95", "data-pick", "name=\"version\"")
                .doesNotContain("??");
        String operation = "operation=" + UUID.randomUUID();
        String[] sent = {
            operation, "version=" + shop.version(), "latitude=37.65", "longitude=126.95"
        };
        for (int times = 0; times < 2; times++) {
            assertThat(TestForm.post(mvc, path, "officer.merchants", sent))
                    .hasRedirectedUrl("/office/merchants/" + shop.ref());
        }
        var moved = merchants.summary(shop.id()).business();
        assertThat(moved.spot()).isEqualTo(new Spot(37.65, 126.95));
        assertThat(moved.district()).isEqualTo("나루동");
        assertThat(changes(shop))
                .singleElement()
                .asString()
                .contains("\"fields\":[\"district\",\"latitude\",\"longitude\"]")
                .doesNotContain("37.65");
        assertThat(
                        TestForm.post(
                                mvc,
                                path,
                                "officer2.merchants",
                                "version=" + shop.version(),
                                "latitude=37.66",
                                "longitude=126.95"))
                .as("somebody was faster")
                .hasStatus(409)
                .bodyText()
                .contains("value=\"37.66\"", "<strong>37.65</strong>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    126.95 | 37.65  | 바뀐 것 같습니다
                    north  | 126.95 | 위도를 33에서
                    37.65  |        | 경도를 124.5에서
                    12.5   | 126.95 | 위도를 33에서
                    37.65  | 12.5   | 경도를 124.5에서
                    """)
    void refuseAPlaceThatIsNone(String latitude, @Nullable String longitude, String sentence) {
        var shop = listed(shop(mark, new Spot(37.95, 126.85)));
        String path = "/office/merchants/" + shop.ref() + "/place";
        var answer =
                TestForm.post(
                        mvc,
                        path,
                        "officer.merchants",
                        "version=" + shop.version(),
                        "latitude=" + latitude,
                        "longitude=" + (longitude == null ? " " : longitude));
        assertThat(answer).hasStatus(422).bodyText().contains(sentence);
        assertThat(merchants.summary(shop.id())).isEqualTo(shop);
    }

    private List<String> changes(MerchantSummary shop) {
        return jdbc
                .sql("select leaf from ledger_entry where kind = 'merchant.changed/1'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(leaf -> leaf.contains(shop.ref()))
                .toList();
    }
}
