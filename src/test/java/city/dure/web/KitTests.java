package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

@PortalTest
class KitTests {
    @Autowired ViewResolver viewResolver;
    @Autowired LocaleResolver locales;
    @Autowired Layout layout;

    MockMvcTester kit;

    @BeforeEach
    void standsAlone() {
        kit =
                MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(new KitController())
                                .setViewResolvers(viewResolver::resolveViewName)
                                .setLocaleResolver(locales)
                                .build());
    }

    @Test
    void rendersEveryPart() {
        assertThat(kit.get().uri("/kit").locale(Locale.ENGLISH))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"ko\"", "value=\"12000\"", "name=\"operation\"")
                .contains("현재단계", "12,000원", "after=b%20%26%20c")
                .doesNotContain("th:", "??");
    }

    @Test
    void keepsWhatIsSearchedForInTheLinkToTheNextPart() {
        assertThat(layout.after("/list?q=%EC%A7%9D%20%26%201&after=a", "b & c"))
                .isEqualTo("/list?q=%EC%A7%9D%20%26%201&after=b%20%26%20c");
        assertThat(layout.after("/list", "1")).isEqualTo("/list?after=1");
    }
}
