package city.dure.signin;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.vault.TestRestart;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The key that signs tokens. */
@PortalTest
class SigningKeyTests {
    @Autowired ApplicationContext portal;
    @Autowired JWKSource<SecurityContext> source;

    @Test
    void isTheSameAfterARestart() throws Exception {
        var restarted = new AuthorizationServer().signingKey(TestRestart.keysOf(portal));
        assertThat(id(restarted)).isEqualTo(id(source));
    }

    @Test
    void isAnotherWhereItIsMadeAnew() {
        assertThat(SigningKey.read(SigningKey.make()).getKeyID())
                .isNotEqualTo(SigningKey.read(SigningKey.make()).getKeyID());
    }

    private static String id(JWKSource<SecurityContext> keys) throws Exception {
        var any = new JWKSelector(new JWKMatcher.Builder().build());
        return keys.get(any, null).getFirst().toRSAKey().toPublicJWK().toJSONString();
    }
}
