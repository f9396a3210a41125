package city.dure.ownshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.storefronts.PhotoId;
import city.dure.storefronts.Storefronts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The photos of a shop: chosen by its owner, taken down by officials, who say why. */
@PortalTest
class OwnPhotosPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired Storefronts storefronts;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;

    @BeforeEach
    void open() {
        shop = shops.open();
    }

    @Test
    void showsPhotosWithoutWhereTheyWereTaken() throws IOException {
        UUID operation = UUID.randomUUID();
        upload(TestShops.jpeg(4_000, 3_000), operation);
        assertThat(upload(TestShops.jpeg(4_000, 3_000), operation))
                .hasRedirectedUrl("/shop/" + shop + "/photos");
        var photo = storefronts.of(shop).photos();
        assertThat(photo).hasSize(1);
        assertThat(photo.getFirst().width()).isEqualTo(1_600);
        assertThat(photo.getFirst().height()).isEqualTo(1_200);
        assertThat(mvc.get().uri(path(photo.getFirst().id())))
                .hasStatusOk()
                .hasContentType("image/jpeg");
        assertThat(mvc.get().uri("/merchants/" + shop))
                .bodyText()
                .contains(photo.getFirst().id().ref());
    }

    @Test
    void takesNoOtherFileAndNoMoreThanEight() throws IOException {
        assertThat(upload("<html>".getBytes(StandardCharsets.UTF_8), UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("사진 파일(JPEG, PNG)이 아니에요");
        assertThat(upload(new byte[0], UUID.randomUUID())).hasStatus(422);
        assertThat(upload(TestShops.jpeg(1, 1_600), UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("사진이 너무 작아요");
        for (int i = 0; i < Storefronts.MOST_PHOTOS; i++) {
            upload(TestShops.jpeg(400, 300), UUID.randomUUID());
        }
        assertThat(upload(TestShops.jpeg(400, 300), UUID.randomUUID())).hasStatus(409);
        assertThat(storefronts.of(shop).photos()).hasSize(Storefronts.MOST_PHOTOS);
        assertThat(kinds("storefront.photo_added")).isEqualTo(Storefronts.MOST_PHOTOS);
    }

    @Test
    void letsOfficersTakeAnUnfitPhotoDown() throws IOException {
        upload(TestShops.jpeg(400, 300), UUID.randomUUID());
        var photo = storefronts.of(shop).photos().getFirst().id();
        String removal = "/office" + path(photo) + "/removal";
        String faces = "reason=faces";
        String operation = "operation=" + UUID.randomUUID();
        assertThat(TestForm.post(mvc, removal, TestShops.OWNER, faces)).hasStatus(403);
        for (int press = 0; press < 2; press++) {
            assertThat(TestForm.post(mvc, removal, "officer.merchants", faces, operation))
                    .hasRedirectedUrl("/office/merchants/" + shop);
        }
        assertThat(TestForm.post(mvc, removal, "officer2.merchants", faces))
                .as("in another tab")
                .hasStatus(409);
        assertThat(TestForm.post(mvc, removal, "officer2.merchants")).hasStatus(409);
        assertThat(mvc.get().uri(path(photo))).hasStatus(404);
        assertThat(kinds("storefront.photo_removed")).isEqualTo(1);
        assertThat(
                        jdbc.sql("select count(*) from storefront_photo where id = ?")
                                .param(photo.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void asksOfficersWhyAPhotoGoes() throws IOException {
        upload(TestShops.jpeg(400, 300), UUID.randomUUID());
        upload(TestShops.jpeg(400, 300), UUID.randomUUID());
        var photo = storefronts.of(shop).photos().getLast().id();
        assertThat(get("/office/merchants/" + shop, "officer.merchants"))
                .bodyText()
                .contains("얼굴이나 차 번호", "권리자의 요청", "되돌릴 수 없습니다")
                .doesNotContain("<details open", "id=\"reason\"");
        for (String reason : List.of("version=0", "reason=", "reason=by_shop")) {
            assertThat(
                            TestForm.post(
                                    mvc,
                                    "/office" + path(photo) + "/removal",
                                    "officer.merchants",
                                    reason))
                    .hasStatus(422)
                    .bodyText()
                    .contains("사진을 내리는 이유를 골라", "href=\"#reason\"", "id=\"reason\"")
                    .containsOnlyOnce("<details open");
        }
        assertThat(storefronts.of(shop).photos()).hasSize(2);
        assertThat(storefronts.taken(shop)).isEmpty();
    }

    @Test
    void tellsTheOwnerWhatTheCityTookDownAndWhy() throws IOException {
        for (String reason : List.of("unfit", "copyright", "other_shop", "faces")) {
            upload(TestShops.jpeg(400, 300), UUID.randomUUID());
            var photo = storefronts.of(shop).photos().getFirst().id();
            String removal = "/office" + path(photo) + "/removal";
            TestForm.post(mvc, removal, "officer.merchants", "reason=" + reason);
        }
        for (String page : List.of("", "/photos")) {
            assertThat(get("/shop/" + shop + page, TestShops.OWNER))
                    .bodyText()
                    .contains("사진 한 장을 내렸어요. 이유: 얼굴이나 차 번호", "이유: 다른 가게")
                    .contains("이유: 권리자의 요청", "이유: 부적절한 내용");
        }
        assertThat(get("/shop/" + shop, TestShops.CLERK)).bodyText().doesNotContain("내렸어요");
        assertThat(mvc.get().uri("/merchants/" + shop)).bodyText().doesNotContain("내렸어요");
        Sealed.everything(jdbc);
        assertThat(mvc.get().uri("/ledger?subject=" + shop))
                .bodyText()
                .contains("사진을 내렸어요. 이유: 얼굴이나 차 번호");
    }

    @Test
    void removesAPhotoForItsOwnerWithoutAWordOfTheCity() throws IOException {
        upload(TestShops.jpeg(400, 300), UUID.randomUUID());
        var photo = storefronts.of(shop).photos().getFirst().id();
        assertThat(get("/shop/" + shop + "/photos", TestShops.OWNER))
                .bodyText()
                .contains("<details", "지우면 되돌릴 수 없어요", "이 사진 지우기");
        String removal = "/shop/" + shop + "/photos/" + photo + "/removal";
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(TestForm.post(mvc, removal, TestShops.OWNER, operation)).hasStatus(302);
        }
        assertThat(TestForm.post(mvc, removal, TestShops.OWNER))
                .as("in another tab")
                .hasStatus(409);
        assertThat(kinds("storefront.photo_removed")).isEqualTo(1);
        assertThat(storefronts.taken(shop)).isEmpty();
    }

    private MvcTestResult upload(byte[] file, UUID operation) {
        return mvc.post()
                .uri("/shop/" + shop + "/photos")
                .multipart()
                .file(new MockMultipartFile("photo", "photo.jpg", "image/jpeg", file))
                .param("operation", operation.toString())
                .with(csrf())
                .with(TestSignIn.as(TestShops.OWNER))
                .exchange();
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get().uri(path).with(TestSignIn.as(user)).exchange();
    }

    private String path(PhotoId photo) {
        return "/merchants/" + shop + "/photos/" + photo;
    }

    private long kinds(String kind) {
        return Collections.frequency(Sealed.kinds(jdbc, entries, shop), kind);
    }
}
