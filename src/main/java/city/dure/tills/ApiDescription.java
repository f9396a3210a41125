package city.dure.tills;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API ({@code /v3/api-docs}) says of the whole of it. */
@Configuration
@EnableConfigurationProperties(TillProperties.class)
class ApiDescription {
    private static final String MACHINE = "machine";

    @Bean
    OpenAPI apiDescribed() {
        var flow =
                new OAuthFlow()
                        .tokenUrl("/oauth2/token")
                        .scopes(new Scopes().addString("payments", "tills of shops"));
        var scheme =
                new SecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .flows(new OAuthFlows().clientCredentials(flow));
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Dure")
                                .version("1")
                                .description(
                                        "Amounts are whole won. Problems are problem documents"
                                                + " (RFC 9457) with a stable code."))
                .components(new Components().addSecuritySchemes(MACHINE, scheme))
                .addSecurityItem(new SecurityRequirement().addList(MACHINE));
    }
}
