package city.dure.shopmap;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Statements;
import city.dure.districts.GroundTest;
import city.dure.districts.TestOutlines;
import city.dure.shared.Spot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What maps show,. */
@GroundTest
class MapPagesTests extends MapShops {
    private static final String CITY = "&south=37.5&west=126.7&north=37.8&east=127.1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void tellFewShopsSinglyAndManyByPlace() throws IOException {
        list(shops(250, 37.65, 126.85));
        list(shop(mark + "홀로", new Spot(37.69, 126.99)));
        JsonNode all =
                points("/merchants/map/points", "q=" + mark + CITY + "&zoom=11", "citizen.kim");
        assertThat(all.path("total").asInt()).isEqualTo(251);
        assertThat(all.path("shops").size()).isEqualTo(1);
        assertThat(all.path("shops").get(0).path("name").asString()).isEqualTo(mark + "홀로");
        int clustered = 0;
        for (JsonNode cluster : all.path("clusters")) {
            clustered += cluster.get(2).asInt();
        }
        assertThat(clustered).isEqualTo(250);

        JsonNode few =
                points(
                        "/merchants/map/points",
                        "q=" + mark + "&south=37.68&west=126.9&north=37.7&east=127.0&zoom=14",
                        "citizen.kim");
        assertThat(few.path("clusters").isEmpty()).isTrue();
        assertThat(few.path("shops").get(0).path("latitude").asDouble()).isEqualTo(37.69);
    }

    @Test
    void askTheDatabaseAsOftenForManyAsForFew() throws IOException {
        list(shops(201, 37.65, 126.85));
        try (var heard = Statements.listen()) {
            points("/merchants/map/points", "q=" + mark + CITY + "&zoom=11", "citizen.kim");
            assertThat(heard.heard().stream().filter(sql -> sql.contains("merchant")).toList())
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void boundWhatASillyRequestGets() throws IOException {
        list(shops(300, 37.65, 126.85));
        for (String silly :
                List.of(
                        "",
                        "&zoom=99",
                        "&south=9&north=1&west=3&east=2&zoom=-4",
                        CITY + "&zoom=19")) {
            JsonNode answer = points("/merchants/map/points", "q=" + mark + silly, "citizen.kim");
            assertThat(answer.path("total").asInt()).as(silly).isEqualTo(300);
            assertThat(answer.path("clusters").size() + answer.path("shops").size())
                    .isLessThanOrEqualTo(1_000);
        }
        assertThat(mvc.get().uri("/merchants/map/points?south=x")).hasStatus(400);
    }

    @Test
    void showTheListBelowTheMapWithTheSameFilters() throws IOException {
        list(shop(mark, new Spot(37.65, 126.85)));
        assertThat(TestOutlines.page(mvc, "/merchants/map?q=" + mark, "citizen.kim"))
                .contains(mark, "data-points=\"/merchants/map/points\"", "/merchants?q=")
                .doesNotContain("??");
        assertThat(TestOutlines.page(mvc, "/office/merchants/map?q=" + mark, "auditor"))
                .contains(mark, "data-points=\"/office/merchants/map/points\"")
                .doesNotContain("??");
        assertThat(mvc.get().uri("/merchants/map?q=" + mark).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains(mark, "href=\"/merchants/m-")
                .doesNotContain("<html");
    }

    @Test
    void countByDistrictAndCategory() throws IOException {
        list(shop(mark, new Spot(37.65, 126.85)));
        assertThat(TestOutlines.page(mvc, "/office/merchants/figures", "auditor"))
                .contains("가람동", "data-bars=\"bars-district\"", "role=\"img\"")
                .doesNotContain("??");
    }

    private JsonNode points(String path, String query, String user) throws IOException {
        return JSON.readTree(TestOutlines.page(mvc, path + "?" + query, user));
    }
}
