package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.identity.TestSignIn;
import city.dure.permissions.Cell;
import city.dure.permissions.Matrix;
import city.dure.permissions.MatrixRow;
import city.dure.permissions.Permissions;
import city.dure.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class UnknownAddressesTests {
    @Autowired MockMvcTester mvc;
    @Autowired Permissions permissions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no/such/page",
                "/office/nothing",
                "/index.php",
                "/login",
                "/actuator/env",
                "/oauth2/authorization/zzz",
                "/login/oauth2/code/zzz"
            })
    void areNotFoundForAnybody(String path) {
        assertThat(mvc.get().uri(path)).hasStatus(404).doesNotContainHeader("Set-Cookie");
        assertThat(mvc.post().uri(path)).hasStatus(404);
        assertThat(mvc.get().uri(path).header("HX-Request", "true")).hasStatus(404);
        assertThat(mvc.get().uri(path).with(TestSignIn.as("admin"))).hasStatus(404);
    }

    @Test
    void thatExistStillAskWhoIsThere() {
        assertThat(mvc.get().uri("/office/staff"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/oauth2/authorization/dure");
        assertThat(mvc.get().uri("/office/staff").with(TestSignIn.as("citizen.kim")))
                .hasStatus(403);
    }

    /** It is the matrix that knows: with a row for it, the same address asks who is there. */
    @Test
    void becomeKnownByARow() {
        Matrix strict = permissions.matrix();
        var row =
                new MatrixRow(
                        "x", "y", Map.of("GET", List.of("/no/such/page")), only(Role.ADMIN), null);
        var more = new Matrix(Stream.concat(strict.rows().stream(), Stream.of(row)).toList());
        ReflectionTestUtils.setField(permissions, "matrix", more);
        try {
            assertThat(mvc.get().uri("/no/such/page"))
                    .hasRedirectedUrl("/oauth2/authorization/dure");
        } finally {
            ReflectionTestUtils.setField(permissions, "matrix", strict);
        }
    }

    private static Map<Role, Cell> only(Role role) {
        return Map.of(role, Cell.YES);
    }
}
