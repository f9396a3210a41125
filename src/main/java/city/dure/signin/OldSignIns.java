package city.dure.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets sign-ins whose codes and tokens nobody can use any more; Spring keeps them for good, with
 * the network address that each came from.
 */
@Component
class OldSignIns {
    private final JdbcClient jdbc;
    private final Clock clock;

    OldSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        jdbc.sql(
                        "delete from oauth2_authorization where coalesce(refresh_token_expires_at,"
                                + " access_token_expires_at, authorization_code_expires_at) < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
